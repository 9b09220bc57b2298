import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const CHANGED_SINCE =
  'Somebody saved this after you opened it. Your changes would undo theirs and were not saved. Copy what you wrote and load the page again.'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

/** Sends all that a form holds, as the admin does. */
const sendForm = (path: string, form: object) => staff.patch(path).field('_payload', JSON.stringify(form))
const sendGlobalForm = (form: object) =>
  staff.post('/api/globals/search').field('_payload', JSON.stringify(form))

const savedIn = ({ body }: { body: unknown }) => (body as { doc: Saved }).doc

const AUTOSAVE = '?draft=true&autosave=true'

describe('the form of a document that was saved since it was opened', () => {
  let id: string
  let opened: Saved

  beforeEach(async () => {
    ;({ id } = await staff.createPublished('articles', article()))
    opened = await staff.readNewest('articles', id)
  })

  const path = (query = '') => `/api/articles/${id}${query}`

  test.each([
    ['published', (data: object) => staff.publish('articles', id, data)],
    ['saved as a draft', (data: object) => staff.saveDraft('articles', id, data)],
    ['saved while somebody typed', (data: object) => staff.autosave('articles', id, data)],
    ['unpublished', () => staff.unpublish('articles', id)],
  ])('is refused when it was %s, and what was saved stays', async (_, save) => {
    await save({ title: 'Theirs' })
    const theirs = await staff.readNewest('articles', id)
    for (const [query, status] of [
      ['', 'published'],
      ['?draft=true', 'draft'],
      [AUTOSAVE, 'draft'],
    ] as const) {
      const form = { ...opened, summary: 'Mine', _status: status }
      const response = await sendForm(path(query), form).expect(409)
      expect(response.body).toMatchObject({ errors: [{ message: CHANGED_SINCE }] })
    }
    expect(await staff.readNewest('articles', id)).toEqual(theirs)
  })

  test('can be sent once it was opened again', async () => {
    await staff.publish('articles', id, { title: 'Theirs' })
    const again = await staff.readNewest('articles', id)
    await sendForm(path(), { ...again, summary: 'Mine', _status: 'published' }).expect(200)
    expect(await staff.read('articles', id)).toMatchObject({ title: 'Theirs', summary: 'Mine' })
  })

  test('a change of single fields is none of a form, and nothing holds up a withdrawal', async () => {
    await staff.publish('articles', id, { title: 'Theirs' })
    await staff.patch(path()).send({ summary: 'Mine', updatedAt: opened.updatedAt }).expect(200)
    await staff.unpublish('articles', id)
    await staff.trash('articles', id)
  })
})

describe('the form of a document that somebody', () => {
  test.each([
    [
      'moved to the trash',
      (id: string) => staff.trash('articles', id),
      'Somebody moved this to the trash after you opened it. Your changes were not saved. Copy what you wrote and restore the document under Trash.',
    ],
    [
      'deleted',
      (id: string) => staff.remove('articles', id),
      'Somebody deleted this after you opened it. Your changes were not saved. Copy what you wrote and put it into a new document.',
    ],
  ])('%s meanwhile is refused, and told what became of it', async (_, remove, message) => {
    const { id } = await staff.createPublished('articles', article())
    const opened = await staff.readNewest('articles', id)
    await remove(id)
    for (const [query, status] of [
      ['', 'published'],
      [AUTOSAVE, 'draft'],
    ] as const) {
      const form = { ...opened, summary: 'Mine', deletedAt: null, _status: status }
      const response = await sendForm(`/api/articles/${id}${query}`, form).expect(404)
      expect(response.body).toMatchObject({ errors: [{ message }] })
    }
  })
})

test('one form may save as often as it likes, with what each answer tells it', async () => {
  const { id } = await staff.create('articles', article())
  let form = await staff.readNewest('articles', id)
  for (const [query, status] of [
    [AUTOSAVE, 'draft'],
    [AUTOSAVE, 'draft'],
    ['?draft=true', 'draft'],
    ['', 'published'],
    [AUTOSAVE, 'draft'],
    ['', 'published'],
    ['', 'published'],
  ] as const) {
    const response = await sendForm(`/api/articles/${id}${query}`, { ...form, _status: status }).expect(200)
    form = savedIn(response)
  }
})

describe('a form that is opened now can be sent', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['after the first save', () => Promise.resolve()],
    ['after the document was unpublished', (id) => staff.unpublish('articles', id)],
    [
      'after an earlier version was brought back',
      async (id) => {
        await staff.publish('articles', id, { title: 'Later' })
        const versions = await staff.versions('articles', id)
        await staff.post(`/api/articles/versions/${versions.at(-1)}`).expect(200)
      },
    ],
    [
      'after an earlier version was brought back as a draft',
      async (id) => {
        await staff.publish('articles', id, { title: 'Later' })
        const versions = await staff.versions('articles', id)
        await staff.post(`/api/articles/versions/${versions.at(-1)}?draft=true`).expect(200)
      },
    ],
    [
      'after it was in the trash',
      async (id) => {
        await staff.trash('articles', id)
        await staff.untrash('articles', id)
      },
    ],
    [
      'after a draft was given up',
      async (id) => {
        const published = await staff.read('articles', id)
        await staff.autosave('articles', id, { title: 'Given up' })
        await staff.patch(`/api/articles/${id}`).send(published).expect(200)
      },
    ],
  ])('%s', async (_, happen) => {
    const { id } = await staff.createPublished('articles', article())
    await happen(id)
    const opened = await staff.readNewest('articles', id)
    await sendForm(`/api/articles/${id}${AUTOSAVE}`, { ...opened, title: 'Mine' }).expect(200)
    const once = await staff.readNewest('articles', id)
    await sendForm(`/api/articles/${id}`, { ...once, _status: 'published' }).expect(200)
  })

  test('a duplicate', async () => {
    const { id } = await staff.createPublished('articles', article())
    const copy = savedIn(await staff.post(`/api/articles/${id}/duplicate`).send({}).expect(200))
    const opened = await staff.readNewest('articles', copy.id)
    await sendForm(`/api/articles/${copy.id}${AUTOSAVE}`, { ...opened, title: 'Mine' }).expect(200)
  })
})

test('the form of a global that was saved since it was opened is refused', async () => {
  await sendGlobalForm({ synonyms: [] }).expect(200)
  const opened = (await staff.get('/api/globals/search').expect(200)).body as object
  const theirs = { synonyms: [{ words: ['a', 'b'] }] }
  await sendGlobalForm({ ...opened, ...theirs }).expect(200)
  const refused = await sendGlobalForm(opened).expect(409)
  expect(refused.body).toMatchObject({ errors: [{ message: CHANGED_SINCE }] })
  expect((await staff.get('/api/globals/search')).body).toMatchObject(theirs)
})
