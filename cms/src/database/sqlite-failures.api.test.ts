import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import request from 'supertest'
import { afterCommit, afterCommitSettled } from './after-commit.ts'
import { createSqliteDatabase } from './testing/databases.ts'
import { NOTES, startNotesCms } from './testing/notes-cms.ts'
import type { NotesCms } from './testing/notes-cms.ts'

let cms: NotesCms
let afterChange: CollectionAfterChangeHook

beforeAll(async () => {
  cms = await startNotesCms(await createSqliteDatabase(), {
    afterChange: [(args) => afterChange(args) as unknown],
  })
})

beforeEach(() => {
  afterChange = () => undefined
})

afterAll(() => cms.stop())

const http = () => request(cms.server.server)

async function titles(): Promise<unknown[]> {
  const { docs } = await cms.payload.find({ collection: NOTES, sort: 'createdAt' })
  return docs.map(({ title }) => title)
}

/** Runs a statement of our own in the transaction of a request. */
async function runIn({ payload, transactionID }: PayloadRequest, statement: string): Promise<void> {
  const { sessions } = payload.db as unknown as { sessions: Record<string, { db: SQLiteAdapter['drizzle'] }> }
  await sessions[String(await transactionID)]?.db.run(statement)
}

test('a save whose COMMIT fails is refused, leaves nothing behind, and nothing follows it', async () => {
  let followed = false
  afterChange = async ({ req }) => {
    await afterCommit(req, () => {
      followed = true
    })
    // A row that refers to nothing is found out at the COMMIT only.
    await runIn(req, 'PRAGMA defer_foreign_keys = ON')
    await runIn(req, "INSERT INTO notes_rows (id, _order, _parent_id) VALUES ('a', 1, 'nobody')")
  }
  const response = await http().post('/api/notes').send({ title: 'not kept' }).expect(500)
  expect(response.body).toEqual({
    errors: [{ message: 'The database could not save your change. Nothing was changed; try again.' }],
  })
  await afterCommitSettled(cms.payload)
  expect(followed).toBe(false)

  afterChange = () => undefined
  await http().post('/api/notes').send({ title: 'kept' }).expect(201)
  expect(await titles()).toEqual(['kept'])
})

test('an abandoned transaction holds the others up for a while only, is logged, and cannot be committed', async () => {
  const { payload } = cms
  const log = jest.spyOn(payload.logger, 'error')
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] })
  const id = await payload.db.beginTransaction()
  if (id === null) throw new Error('There are no transactions')
  await payload.create({
    collection: NOTES,
    data: { title: 'abandoned' },
    draft: true,
    req: { transactionID: id },
  })
  const waiting = payload.create({ collection: NOTES, data: { title: 'waited' }, draft: true })
  await jest.advanceTimersByTimeAsync(9900)
  expect(log).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(200)
  jest.useRealTimers()

  await waiting
  expect(await titles()).toEqual(['kept', 'waited'])
  expect(log.mock.calls).toEqual([
    [
      {
        err: expect.objectContaining({ message: expect.stringContaining('did nothing for 10 s') }),
        msg: expect.any(String),
      },
    ],
  ])
  await expect(payload.db.commitTransaction(id)).rejects.toThrow('The database could not save your change.')
  log.mockRestore()
})

test.each<[string, (id: string) => Promise<unknown>]>([
  ['changed', (id) => cms.payload.update({ collection: NOTES, id, data: { title: 'theirs' } })],
  [
    'saved as draft',
    (id) => cms.payload.update({ collection: NOTES, id, data: { title: 'theirs' }, draft: true }),
  ],
  ['deleted', (id) => cms.payload.delete({ collection: NOTES, id })],
])(
  'what others %s since a transaction looked cannot be written, nor anything else of it',
  async (_, change) => {
    const { payload } = cms
    const note = await payload.create({ collection: NOTES, data: { title: 'old' }, draft: true })
    const transactionID = await payload.db.beginTransaction()
    if (transactionID === null) throw new Error('There are no transactions')
    const req = { transactionID }
    await payload.db.findOne({ collection: NOTES, where: { id: { equals: note.id } }, req })
    await change(note.id)
    await payload.create({ collection: NOTES, data: { title: 'beside it' }, draft: true, req })
    const write = payload.db.updateOne({ collection: NOTES, id: note.id, data: { title: 'ours' }, req })
    await expect(write).rejects.toThrow(
      'Somebody else saved this at the same moment. Nothing was changed; save again.',
    )
    await expect(payload.db.commitTransaction(transactionID)).rejects.toMatchObject({ status: 409 })
    const { docs } = await payload.find({
      collection: NOTES,
      where: { title: { in: ['ours', 'beside it'] } },
    })
    expect(docs).toEqual([])
    await payload.delete({ collection: NOTES, where: { title: { in: ['old', 'theirs'] } } })
  },
)
