import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const NOT_TO_THE_TRASH = 'A draft save cannot move a document to the trash. Move it to the trash on its own.'
const NOT_FROM_THE_TRASH =
  'A draft save cannot take a document out of the trash. Take it out of the trash on its own.'
const MUTATION =
  'mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, data: $data, draft: true, trash: true) { id } }'

let cms: TestCms
let staff: Editor
let anybody: Editor
let feed: FeedReader

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  anybody = editor(cms)
  feed = feedReader(cms)
})

afterAll(() => cms.close())

const publishArticle = (): Promise<Saved> =>
  staff.createPublished('articles', article({ summary: 'Public.' }))

async function expectGone(id: string, since: string): Promise<void> {
  expect(await feed.since(since)).toEqual([`gone articles:${id}`])
  await anybody.get(`/api/articles/${id}`).expect(404)
  await anybody.get(`/api/articles/${id}?trash=true`).expect(404)
  const response = await anybody.get(`/api/articles?trash=true&where[id][equals]=${id}`).expect(200)
  expect(response.body).toMatchObject({ totalDocs: 0 })
}

/** The ways of a draft save that touches the trash, and what each answers. */
const draftSaves: [string, (id: string, data: object) => Promise<string>][] = [
  [
    'a draft save',
    async (id, data) => {
      const response = await staff.patch(`/api/articles/${id}?draft=true&trash=true`).send(data).expect(400)
      return (response.body as { errors: { message: string }[] }).errors[0]?.message ?? ''
    },
  ],
  [
    'a draft save of many',
    async (id, data) => {
      const response = await staff
        .patch(`/api/articles?draft=true&trash=true&where[id][equals]=${id}`)
        .send(data)
        .expect(400)
      return (response.body as { errors: { message: string }[] }).errors[0]?.message ?? ''
    },
  ],
  [
    'a draft save over GraphQL',
    async (id, data) => {
      const response = await staff
        .post('/api/graphql')
        .send({ query: MUTATION, variables: { id, data } })
        .expect(200)
      return (response.body as { errors: { message: string }[] }).errors[0]?.message ?? ''
    },
  ],
]

describe.each(draftSaves)('%s', (_, save) => {
  test.each(['draft', 'published'])(
    'does not move a published document to the trash, where its page would stay public: %s',
    async (_status) => {
      const { id } = await publishArticle()
      expect(await save(id, { deletedAt: new Date().toISOString(), _status })).toBe(NOT_TO_THE_TRASH)
      expect(await staff.readNewest('articles', id)).toMatchObject({ _status: 'published' })
      expect((await staff.readNewest('articles', id)).deletedAt ?? null).toBeNull()
    },
  )

  test('does not take a document out of the trash', async () => {
    const { id } = await publishArticle()
    await staff.trash('articles', id)
    expect(await save(id, { deletedAt: null })).toBe(NOT_FROM_THE_TRASH)
    expect((await staff.read('articles', id)).deletedAt).toEqual(expect.any(String))
  })
})

test('a draft save that says that a document is not in the trash is a draft save', async () => {
  const { id } = await publishArticle()
  await staff.saveDraft('articles', id, { summary: 'Drafted.', deletedAt: null })
  expect(await staff.read('articles', id)).toMatchObject({ summary: 'Public.', _status: 'published' })
})

describe('a published document that is moved to the trash', () => {
  test('is gone, though its status says “published” still', async () => {
    const { id } = await publishArticle()
    const before = await feed.now()
    await staff.trash('articles', id)
    expect(await staff.read('articles', id)).toMatchObject({ _status: 'published' })
    await expectGone(id, before)
  })

  test('is gone with its unpublished changes', async () => {
    const { id } = await publishArticle()
    await staff.autosave('articles', id, { summary: 'Secret.' })
    const before = await feed.now()
    await staff.trash('articles', id)
    await expectGone(id, before)
  })

  test('is gone when many are moved at once', async () => {
    const { id } = await publishArticle()
    const before = await feed.now()
    await staff
      .patch(`/api/articles?where[id][equals]=${id}`)
      .send({ deletedAt: new Date().toISOString() })
      .expect(200)
    await expectGone(id, before)
  })

  test('comes back as a draft', async () => {
    const { id } = await publishArticle()
    await staff.trash('articles', id)
    const before = await feed.now()
    await staff.patch(`/api/articles/${id}?trash=true`).send({ deletedAt: null }).expect(200)
    expect(await staff.read('articles', id)).toMatchObject({ _status: 'draft' })
    expect(await feed.since(before)).toEqual([])
  })

  test('comes back as a draft when many come back at once', async () => {
    const { id } = await publishArticle()
    await staff.trash('articles', id)
    await staff
      .patch(`/api/articles?trash=true&where[id][equals]=${id}`)
      .send({ deletedAt: null })
      .expect(200)
    expect(await staff.read('articles', id)).toMatchObject({ _status: 'draft' })
  })

  test('comes back published when the editor says so', async () => {
    const { id } = await publishArticle()
    await staff.trash('articles', id)
    const before = await feed.now()
    await staff.untrash('articles', id, 'published')
    expect(await feed.since(before)).toEqual([`articles:${id}`])
  })
})

test('taking many out of the trash does not withdraw those that are not in it', async () => {
  const [trashed, live] = [await publishArticle(), await publishArticle()]
  await staff.trash('articles', trashed.id)
  const response = await staff
    .patch(`/api/articles?trash=true&where[id][in]=${trashed.id},${live.id}`)
    .send({ deletedAt: null })
    .expect(400)
  expect(response.body).toEqual({
    errors: [
      {
        message:
          'Some of these documents are in the trash and others are not. Take those out of the trash on their own.',
      },
    ],
  })
  expect(await staff.read('articles', live.id)).toMatchObject({ _status: 'published' })
})
