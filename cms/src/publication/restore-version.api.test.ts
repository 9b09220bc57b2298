import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { linkTo, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, person, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const ASK_FOR_DRAFT =
  'A version is restored as a draft, so that the public page stays as it is until you publish. Ask for draft=true.'
const MUTATION =
  'mutation ($id: String, $draft: Boolean) { restoreVersionArticle(id: $id, draft: $draft) { id } }'

let cms: TestCms
let staff: Editor
let feed: FeedReader
let published: Saved
let draftVersion: string
let publishedVersion: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = feedReader(cms)
})

beforeEach(async () => {
  published = await staff.createPublished('articles', article({ summary: 'First.' }))
  await staff.saveDraft('articles', published.id, { summary: 'Draft.' })
  await staff.publish('articles', published.id, { summary: 'Second.' })
  const versions = await staff.versions('articles', published.id)
  draftVersion = versions[1] ?? ''
  publishedVersion = versions[2] ?? ''
})

afterAll(() => cms.close())

async function expectRestoredAsDraft(summary: string): Promise<void> {
  expect(await staff.readNewest('articles', published.id)).toMatchObject({ summary, _status: 'draft' })
  expect(await staff.read('articles', published.id)).toMatchObject({
    summary: 'Second.',
    _status: 'published',
  })
}

describe.each([
  ['a draft', () => draftVersion, 'Draft.'],
  ['a published text', () => publishedVersion, 'First.'],
])('a version that was %s', (_, version, summary) => {
  test.each(['?draft=true', '?draft=false', ''])(
    'is restored as a draft, whatever the request says: “%s”',
    async (query) => {
      const before = await feed.now()
      const response = await staff.post(`/api/articles/versions/${version()}${query}`).send({}).expect(200)
      expect(response.body).toMatchObject({
        summary,
        message: 'Restored as a draft. The public page changes when you publish it.',
      })
      await expectRestoredAsDraft(summary)
      expect(await feed.since(before)).toEqual([])
    },
  )

  test('is restored over GraphQL as a draft only', async () => {
    const send = (draft?: boolean) =>
      staff
        .post('/api/graphql')
        .send({ query: MUTATION, variables: { id: version(), draft } })
        .expect(200)
    expect((await send()).body).toMatchObject({
      errors: [{ message: ASK_FOR_DRAFT, extensions: { statusCode: 400 } }],
    })
    expect(await staff.readNewest('articles', published.id)).toMatchObject({ summary: 'Second.' })
    expect((await send(true)).body).toEqual({ data: { restoreVersionArticle: { id: published.id } } })
    await expectRestoredAsDraft(summary)
  })

  test('is not restored by code that cannot ask for a draft', async () => {
    await expect(cms.payload.restoreVersion({ collection: 'articles', id: version() })).rejects.toThrow(
      ASK_FOR_DRAFT,
    )
    expect(await staff.readNewest('articles', published.id)).toMatchObject({ summary: 'Second.' })
  })
})

test('a restored version is published like any other draft', async () => {
  await staff.post(`/api/articles/versions/${publishedVersion}`).send({}).expect(200)
  await staff.publish('articles', published.id)
  expect(await feed.fieldsOf('articles', published.id)).toMatchObject({ summary: 'First.' })
})

test('a restored version keeps the date of the first publish', async () => {
  const { id } = await staff.create('articles', article())
  await staff.publish('articles', id)
  const { publishedAt } = await staff.read('articles', id)
  const [, neverPublished] = await staff.versions('articles', id)
  await staff
    .post(`/api/articles/versions/${neverPublished ?? ''}`)
    .send({})
    .expect(200)
  await staff.publish('articles', id)
  expect(await staff.read('articles', id)).toMatchObject({ publishedAt })
})

test('a version that names what was deleted since is restored without it, also where the database has kept its name', async () => {
  const { db } = cms.payload
  const [gone, kept] = [await staff.create('topics', topic()), await staff.create('topics', topic())]
  const author = await staff.createPublished('people', person())
  const references = { topics: [gone.id, kept.id], reviewer: author.id, seo: { image: '0'.repeat(24) } }
  await staff.remove('topics', gone.id)
  await staff.remove('people', author.id)
  // As MongoDB keeps it; SQLite empties the fields.
  const findVersions = jest.spyOn(db, 'findVersions').mockImplementationOnce(async (args) => {
    const found = await db.findVersions(args)
    for (const { version } of found.docs) Object.assign(version as object, references)
    return found
  })
  await staff.post(`/api/articles/versions/${publishedVersion}`).send({}).expect(200)
  findVersions.mockRestore()
  const { reviewer = null, seo, topics } = await staff.readNewest('articles', published.id)
  expect({ reviewer, topics }).toEqual({ reviewer: null, topics: [kept.id] })
  expect((seo as { image?: string | null }).image ?? null).toBeNull()
  await expectRestoredAsDraft('First.')
})

test('a published version is restored also when it cannot be published as it is any more, and can be mended then', async () => {
  const target = await staff.createPublished('articles', article())
  const body = richText(paragraph('See ', linkTo('articles', target.id, 'that article'), '.'))
  const { id } = await staff.createPublished('articles', article({ summary: 'Of before.', body }))
  await staff.publish('articles', id, { summary: 'Of today.', body: words('Without it.') })
  await staff.remove('articles', target.id)
  const [, withLink] = await staff.versions('articles', id)
  await staff
    .post(`/api/articles/versions/${withLink ?? ''}`)
    .send({})
    .expect(200)
  expect(await staff.readNewest('articles', id)).toMatchObject({ summary: 'Of before.', _status: 'draft' })
  await staff.patch(`/api/articles/${id}`).send({ _status: 'published' }).expect(400)
  await staff.publish('articles', id, { body: words('Mended.') })
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'Of before.' })
})

test('a version of a document in the trash is not restored', async () => {
  await staff.trash('articles', published.id)
  const response = await staff.post(`/api/articles/versions/${draftVersion}`).send({}).expect(403)
  expect(response.body).toMatchObject({
    errors: [{ message: expect.stringContaining('Restore the document first') }],
  })
})

test('nobody restores a version without logging in', async () => {
  await editor(cms).post(`/api/articles/versions/${draftVersion}`).send({}).expect(403)
  expect(await staff.readNewest('articles', published.id)).toMatchObject({ summary: 'Second.' })
})

describe('a global', () => {
  test('keeps no versions, so that there is nothing to restore', async () => {
    const { id } = await staff.create('articles', article())
    const response = await staff.post(`/api/globals/clinic/versions/${id}?draft=true`).send({}).expect(404)
    expect(response.body).toEqual({
      errors: [
        { message: 'Earlier versions of this are not kept, so there is nothing to show or to restore.' },
      ],
    })
    await staff.get('/api/globals/clinic/versions').expect(404)
    const query = 'mutation { restoreVersionClinic(id: "1") { name } }'
    const mutation = await staff.post('/api/graphql').send({ query }).expect(200)
    expect(mutation.body).toMatchObject({
      errors: [{ message: expect.stringContaining('Cannot query field') }],
    })
  })
})
