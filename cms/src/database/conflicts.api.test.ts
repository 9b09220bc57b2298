import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { afterCommit, afterCommitSettled } from './after-commit.ts'
import { DatabaseBusyError } from './database-busy-error.ts'
import { databasesUnderTest } from './testing/databases.ts'
import { NOTES, startNotesCms } from './testing/notes-cms.ts'
import type { NotesCms } from './testing/notes-cms.ts'

const SENTENCE = 'Somebody else saved this at the same moment. Nothing was changed; save again.'
const mutation = 'mutation ($title: String!) { createNote(data: { title: $title }, draft: true) { title } }'

describe.each(databasesUnderTest())('conflicts of saves on $name', ({ create }) => {
  let cms: NotesCms
  let conflictsOf: (title: string) => boolean
  let callbacks: number

  beforeAll(async () => {
    cms = await startNotesCms(await create(), {
      afterChange: [
        async ({ doc, req }) => {
          await afterCommit(req, () => {
            callbacks += 1
          })
          // As Drizzle hands it on.
          if (conflictsOf((doc as { title: string }).title))
            throw new Error('Failed query', { cause: new DatabaseBusyError(1) })
        },
      ],
    })
  })

  beforeEach(async () => {
    conflictsOf = () => false
    callbacks = 0
    await cms.payload.db.deleteMany({ collection: NOTES, where: {} })
  })

  afterAll(() => cms.stop())

  const rest = () => request(cms.server.server).post('/api/notes').send({ title: 'contested' })
  const graphql = () =>
    request(cms.server.server)
      .post('/api/graphql')
      .send({ query: mutation, variables: { title: 'contested' } })

  test.each([
    ['REST', rest, 201],
    ['GraphQL', graphql, 200],
  ])(
    'a save over %s is tried again until it succeeds, and what follows happens once',
    async (_, save, status) => {
      let conflictsToCome = 3
      conflictsOf = () => conflictsToCome-- > 0
      await save().expect(status)
      await afterCommitSettled(cms.payload)
      const { totalDocs } = await cms.payload.count({ collection: NOTES })
      expect({ totalDocs, callbacks }).toEqual({ totalDocs: 1, callbacks: 1 })
    },
  )

  test.each([
    ['REST', rest],
    ['GraphQL', graphql],
  ])('a conflict that lasts is answered with 409 over %s, and nothing is changed', async (_, save) => {
    conflictsOf = () => true
    const response = await save().expect(409)
    expect(response.body).toEqual({ errors: [{ message: SENTENCE }] })
    const { totalDocs } = await cms.payload.count({ collection: NOTES })
    expect({ totalDocs, callbacks }).toEqual({ totalDocs: 0, callbacks: 0 })
  })

  test('a GraphQL request of two changes is not repeated once the first is committed', async () => {
    conflictsOf = (title) => title === 'second'
    const query =
      'mutation { a: createNote(data: { title: "first" }, draft: true) { title } b: createNote(data: { title: "second" }, draft: true) { title } }'
    const response = await request(cms.server.server).post('/api/graphql').send({ query }).expect(200)
    expect(response.body).toMatchObject({
      data: { a: { title: 'first' }, b: null },
      errors: [{ message: expect.stringContaining('A part of your changes may be saved') }],
    })
    const { totalDocs } = await cms.payload.count({ collection: NOTES })
    expect({ totalDocs, callbacks }).toEqual({ totalDocs: 1, callbacks: 1 })
  })
})
