import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

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

function publishArticle(data: object = {}): Promise<Saved> {
  return staff.createPublished('articles', article({ summary: 'Public.', ...data }))
}

describe('a document that is unpublished', () => {
  test('is gone for everybody, though its row holds the newest draft’s text', async () => {
    const { id } = await publishArticle()
    await staff.autosave('articles', id, { summary: 'Secret.' })
    const before = await feed.now()
    await staff.unpublish('articles', id)
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Secret.', _status: 'draft' })
    expect(await feed.since(before)).toEqual([`gone articles:${id}`])
    expect(await feed.fieldsOf('articles', id)).toBeUndefined()
    await anybody.get(`/api/articles/${id}`).expect(404)
    const { text } = await anybody.get(`/api/articles?where[id][equals]=${id}&draft=true`).expect(200)
    expect(text).not.toContain('Secret')
  })

  test('is gone although its newest version was rewritten in place', async () => {
    const { id } = await publishArticle()
    const versions = await staff.versions('articles', id)
    const before = await feed.now()
    await staff.unpublish('articles', id)
    expect(await staff.versions('articles', id)).toEqual(versions)
    expect(await feed.since(before)).toEqual([`gone articles:${id}`])
    await staff.publish('articles', id)
    expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'Public.' })
  })

  test('is gone although its newest draft has another address', async () => {
    const { id } = await publishArticle()
    await staff.autosave('articles', id, { slug: `moved-${id}` })
    expect(await feed.fieldsOf('articles', id)).not.toMatchObject({ slug: `moved-${id}` })
    const before = await feed.now()
    await staff.unpublish('articles', id)
    expect(await feed.since(before)).toEqual([`gone articles:${id}`])
  })

  test('is gone although its check asks the database for others', async () => {
    const other = await publishArticle()
    const { id } = await publishArticle({ related: [other.id] })
    const before = await feed.now()
    await staff.unpublish('articles', id)
    expect(await feed.since(before)).toEqual([`gone articles:${id}`])
  })

  test('is told once, and not again when its draft is saved', async () => {
    const { id } = await publishArticle()
    await staff.unpublish('articles', id)
    const before = await feed.now()
    await staff.saveDraft('articles', id, { summary: 'Drafted.' })
    await staff.patch(`/api/articles/${id}`).send({ _status: 'draft', summary: 'Drafted again.' }).expect(200)
    expect(await feed.since(before)).toEqual([])
  })
})

test('each of many documents that are unpublished at once is gone', async () => {
  const articles = [await publishArticle(), await publishArticle(), await publishArticle()]
  const ids = articles.map(({ id }) => id)
  const before = await feed.now()
  await staff
    .patch(`/api/articles?where[id][in]=${ids.join(',')}`)
    .send({ _status: 'draft' })
    .expect(200)
  expect(await feed.since(before)).toEqual(ids.map((id) => `gone articles:${id}`).sort())
})

test('saving a draft changes nothing public', async () => {
  const { id } = await publishArticle()
  const before = await feed.now()
  await staff.autosave('articles', id, { summary: 'Typed.' })
  await staff.saveDraft('articles', id, { summary: 'Saved.' })
  expect(await feed.since(before)).toEqual([])
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'Public.' })
})
