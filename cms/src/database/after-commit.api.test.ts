import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import request from 'supertest'
import { afterCommit, afterCommitSettled, collectUntilCommit } from './after-commit.ts'
import { databasesUnderTest } from './testing/databases.ts'
import { NOTES, startNotesCms } from './testing/notes-cms.ts'
import type { NotesCms } from './testing/notes-cms.ts'

const LOST = 'Your change was not saved, because one step of the save failed and undid all of it. Try again.'

describe.each(databasesUnderTest())('after the commit on $name', ({ create }) => {
  let cms: NotesCms
  let afterChange: CollectionAfterChangeHook
  let ran: unknown[]

  beforeAll(async () => {
    cms = await startNotesCms(await create(), { afterChange: [(args) => afterChange(args) as unknown] })
  })

  beforeEach(() => {
    ran = []
    afterChange = () => undefined
  })

  afterAll(() => cms.stop())

  const http = () => request(cms.server.server)

  /** What others see, who do not share the transaction. */
  async function seen(title: string): Promise<number> {
    const { totalDocs } = await cms.payload.count({ collection: NOTES, where: { title: { equals: title } } })
    return totalDocs
  }

  async function settled(): Promise<void> {
    // A callback without transaction waits for the running code to end.
    await new Promise((resolve) => setImmediate(resolve))
    await afterCommitSettled(cms.payload)
  }

  test('a callback sees what was saved; the hook itself is still inside the transaction', async () => {
    const title = 'seen after the commit'
    afterChange = async ({ req }) => {
      ran.push(['hook', await seen(title)])
      await afterCommit(req, async () => {
        ran.push(['callback', await seen(title)])
      })
    }
    await http().post('/api/notes').send({ title }).expect(201)
    await settled()
    expect(ran).toEqual([
      ['hook', 0],
      ['callback', 1],
    ])
  })

  test('a callback does not run after a rollback', async () => {
    afterChange = async ({ req }) => {
      await afterCommit(req, () => void ran.push('callback'))
      throw new Error('no')
    }
    await http().post('/api/notes').send({ title: 'rolled back' }).expect(500)
    await settled()
    expect(ran).toEqual([])
    expect(await seen('rolled back')).toBe(0)
  })

  test('a callback runs without a transaction too, after the operation', async () => {
    afterChange = async ({ req }) => {
      await afterCommit(req, async () => void ran.push(await seen('no transaction')))
    }
    await cms.payload.create({
      collection: NOTES,
      data: { title: 'no transaction' },
      draft: true,
      disableTransaction: true,
    })
    expect(ran).toEqual([])
    await settled()
    expect(ran).toEqual([1])
  })

  test('what a bulk edit changed is handed over in one piece', async () => {
    const collect = collectUntilCommit<string>((changes) => void ran.push(changes.sort()))
    const titles = ['bulk a', 'bulk b', 'bulk c']
    for (const title of titles) await http().post('/api/notes').send({ title, text: 'bulk' }).expect(201)
    afterChange = ({ doc, req }) => collect(req, (doc as { title: string }).title)
    await http().patch('/api/notes?where[text][equals]=bulk').send({ text: 'edited' }).expect(200)
    await settled()
    expect(ran).toEqual([titles])
  })

  test('a callback that fails is logged; the save and the other callbacks are not touched', async () => {
    const log = jest.spyOn(cms.payload.logger, 'error')
    const failure = new Error('publisher is down')
    afterChange = async ({ req }) => {
      await afterCommit(req, () => Promise.reject(failure))
      await afterCommit(req, () => void ran.push('other'))
    }
    await http().post('/api/notes').send({ title: 'saved all the same' }).expect(201)
    await settled()
    expect(log.mock.calls).toEqual([[{ err: failure, msg: expect.stringContaining('The change is saved') }]])
    expect(ran).toEqual(['other'])
    log.mockRestore()
  })

  test("waits for a transaction's id that is still on its way", async () => {
    const { payload } = cms
    const id = await payload.db.beginTransaction()
    if (id === null) throw new Error('There are no transactions')
    await afterCommit({ payload, transactionID: Promise.resolve(id) }, () => void ran.push('callback'))
    await settled()
    expect(ran).toEqual([])
    await payload.db.commitTransaction(Promise.resolve(id))
    await settled()
    expect(ran).toEqual(['callback'])
    await expect(payload.db.commitTransaction(id)).rejects.toThrow(LOST)
  })

  test.each<[string, (req: PayloadRequest) => Promise<unknown>]>([
    [
      'a read that finds nothing',
      (req) => req.payload.findByID({ collection: 'users', id: 'f'.repeat(24), req }),
    ],
    [
      'a refused write',
      (req) => req.payload.create({ collection: NOTES, data: { title: 'there' }, draft: true, req }),
    ],
  ])('a save whose nested failure was caught is refused, not confirmed: %s', async (_, fail) => {
    await cms.payload.db.deleteMany({ collection: NOTES, where: {} })
    await http().post('/api/notes').send({ title: 'there' }).expect(201)
    afterChange = async ({ doc, req }) => {
      if ((doc as { title: string }).title !== 'nested') return
      await afterCommit(req, () => void ran.push('callback'))
      await expect(fail(req)).rejects.toThrow()
    }
    const response = await http().post('/api/notes').send({ title: 'nested' }).expect(500)
    expect(response.body).toEqual({ errors: [{ message: LOST }] })
    await settled()
    expect(ran).toEqual([])
    expect(await seen('nested')).toBe(0)
  })
})
