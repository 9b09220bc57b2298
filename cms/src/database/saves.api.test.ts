import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { identified } from './object-id.ts'
import { databasesUnderTest } from './testing/databases.ts'
import { account, startNotesCms, waitForSomethingElse } from './testing/notes-cms.ts'
import type { NotesCms } from './testing/notes-cms.ts'

type Note = { id: string; title: string; _status: string }

const OBJECT_ID = /^[0-9a-f]{24}$/
const CONFLICT = {
  errors: [{ message: 'Somebody else saved this at the same moment. Nothing was changed; save again.' }],
}

describe.each(databasesUnderTest())('saves on $name', ({ create }) => {
  let cms: NotesCms

  beforeAll(async () => {
    cms = await startNotesCms(await create(), { beforeChange: [identified, waitForSomethingElse] })
  })

  afterAll(() => cms.stop())

  const http = () => request(cms.server.server)

  async function createNote(fields: object): Promise<Note> {
    const response = await http().post('/api/notes').send(fields).expect(201)
    return (response.body as { doc: Note }).doc
  }

  async function readNote(id: string): Promise<Note> {
    const response = await http().get(`/api/notes/${id}`).expect(200)
    return response.body as Note
  }

  test('twenty new documents at once are all saved', async () => {
    const notes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        createNote({ title: `new ${n}`, rows: [{ value: 'a' }, { value: 'b' }] }),
      ),
    )
    expect(new Set(notes.map(({ id }) => id)).size).toBe(20)
    expect(notes.every(({ id }) => OBJECT_ID.test(id))).toBe(true)
  })

  test('twenty saves of twenty documents at once all succeed', async () => {
    const notes = await Promise.all(Array.from({ length: 20 }, (_, n) => createNote({ title: `old ${n}` })))
    await Promise.all(
      notes.map(({ id }, n) =>
        http()
          .patch(`/api/notes/${id}`)
          .send({ title: `changed ${n}`, _status: 'published' })
          .expect(200),
      ),
    )
    const saved = await Promise.all(notes.map(({ id }) => readNote(id)))
    expect(saved.map(({ title }) => title)).toEqual(notes.map((_, n) => `changed ${n}`))
  })

  test('ten saves of one document at once each succeed or get a 409 with a sentence', async () => {
    const { id } = await createNote({ title: 'contested' })
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        http()
          .patch(`/api/notes/${id}`)
          .send({ text: `try ${n}` }),
      ),
    )
    const refused = responses.filter(({ status }) => status !== 200)
    expect(refused.length).toBeLessThan(10)
    expect(refused.map(({ status, body }) => ({ status, body: body as unknown }))).toEqual(
      refused.map(() => ({ status: 409, body: CONFLICT })),
    )
  })

  test('saves of one document at once do not undo each other', async () => {
    const { id } = await createNote({ title: 'shared' })
    const fields = ['a', 'b', 'c', 'd', 'e', 'f']
    const responses = await Promise.all(
      fields.map((field) =>
        http()
          .patch(`/api/notes/${id}`)
          .send({ parts: { [field]: field } }),
      ),
    )
    const kept = fields.filter((_, n) => responses[n]?.status === 200)
    expect(kept.length).toBeGreaterThan(0)
    expect(await readNote(id)).toMatchObject({
      parts: Object.fromEntries(kept.map((field) => [field, field])),
    })
  })

  test('saves of a global at once do not undo each other', async () => {
    const fields = ['a', 'b', 'c', 'd', 'e', 'f']
    await http()
      .post('/api/globals/settings')
      .send({ parts: { a: 'old' } })
      .expect(200)
    const responses = await Promise.all(
      fields.map((field) =>
        http()
          .post('/api/globals/settings')
          .send({ parts: { [field]: field } }),
      ),
    )
    const kept = fields.filter((_, n) => responses[n]?.status === 200)
    expect(kept.length).toBeGreaterThan(0)
    const settings = await http().get('/api/globals/settings').expect(200)
    expect(settings.body).toMatchObject({ parts: Object.fromEntries(kept.map((field) => [field, field])) })
  })

  test('a draft that is saved while the document is published is not lost', async () => {
    const { id } = await createNote({ title: 'drafted', text: 'old' })
    const [published, drafted] = await Promise.all([
      http()
        .patch(`/api/notes/${id}`)
        .send({ parts: { a: 'published' }, _status: 'published' }),
      http().patch(`/api/notes/${id}?draft=true&autosave=true`).send({ text: 'new' }),
    ])
    expect([published.status, drafted.status]).toEqual([200, 200])
    const newest = await http().get(`/api/notes/${id}?draft=true`).expect(200)
    expect(newest.body).toMatchObject({ text: 'new', parts: { a: 'published' } })
  })

  test('twenty changes over GraphQL at once all succeed', async () => {
    const query =
      'mutation ($title: String!) { createNote(data: { title: $title }, draft: true) { id title } }'
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        http()
          .post('/api/graphql')
          .send({ query, variables: { title: `graph ${n}` } })
          .expect(200),
      ),
    )
    expect(responses.map(({ body }) => body as unknown)).toEqual(
      responses.map((_, n) => ({
        data: { createNote: { id: expect.stringMatching(OBJECT_ID), title: `graph ${n}` } },
      })),
    )
  })

  test('twelve logins of one user at once all succeed', async () => {
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => http().post('/api/users/login').send(account)),
    )
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200))
  })

  test('a forgotten password and a wrong one are answered', async () => {
    await http().post('/api/users/forgot-password').send({ email: account.email }).expect(200)
    const wrong = { ...account, password: 'wrong' }
    await http().post('/api/users/login').send(wrong).expect(401)
    const user = await cms.payload.find({ collection: 'users', showHiddenFields: true })
    expect(user.docs[0]).toMatchObject({ loginAttempts: 1, resetPasswordToken: expect.any(String) })
  })

  test('a note is autosaved, published, unpublished, duplicated, restored, trashed and deleted', async () => {
    const { id } = await createNote({ title: 'life', _status: 'draft' })
    await http()
      .patch(`/api/notes/${id}?draft=true&autosave=true`)
      .send({ title: 'life of a note' })
      .expect(200)
    expect(await readNote(id)).toMatchObject({ title: 'life' })
    await http().patch(`/api/notes/${id}`).send({ _status: 'published' }).expect(200)
    expect(await readNote(id)).toMatchObject({ title: 'life of a note', _status: 'published' })

    const versions = await http()
      .get(`/api/notes/versions?where[parent][equals]=${id}&sort=createdAt`)
      .expect(200)
    const [first] = (versions.body as { docs: { id: string }[] }).docs
    await http()
      .post(`/api/notes/versions/${first?.id ?? ''}?draft=true`)
      .expect(200)

    const copy = await http().post(`/api/notes/${id}/duplicate`).send({ title: 'life, copied' }).expect(200)
    const { doc } = copy.body as { doc: Note }
    expect(doc.id).toMatch(OBJECT_ID)
    expect(doc.id).not.toBe(id)

    await http().patch(`/api/notes/${id}`).send({ _status: 'draft' }).expect(200)
    await http().patch(`/api/notes/${id}`).send({ deletedAt: new Date().toISOString() }).expect(200)
    await http().get(`/api/notes/${id}`).expect(404)
    await http().delete(`/api/notes/${id}?trash=true`).expect(200)
    await http().get(`/api/notes/${id}?trash=true`).expect(404)
  })

  test('a bulk edit and a bulk delete reach every note', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, n) => createNote({ title: `bulk ${n}`, text: 'bulk' })))
    const edited = await http()
      .patch('/api/notes?where[text][equals]=bulk')
      .send({ text: 'edited' })
      .expect(200)
    expect((edited.body as { docs: Note[] }).docs).toHaveLength(5)
    const deleted = await http().delete('/api/notes?where[text][equals]=edited').expect(200)
    expect((deleted.body as { docs: Note[] }).docs).toHaveLength(5)
  })

  test('a title that exists is refused, and the next save goes through', async () => {
    await createNote({ title: 'only one' })
    await http().post('/api/notes').send({ title: 'only one' }).expect(400)
    expect(await createNote({ title: 'another one' })).toMatchObject({ title: 'another one' })
  })

  test('an id that the caller brings is kept, one of another kind is refused', async () => {
    const id = '0123456789abcdef01234567'
    expect(await createNote({ id, title: 'brought' })).toMatchObject({ id })
    const refused = await http().post('/api/notes').send({ id: 'my-note', title: 'refused' }).expect(400)
    expect(refused.body).toEqual({
      errors: [
        {
          message:
            'The id "my-note" cannot be used: an id is 24 hexadecimal digits (0–9, a–f). Leave it out to get one.',
        },
      ],
    })
  })
})
