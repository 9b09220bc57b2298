import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let feed: FeedReader

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = feedReader(cms)
})

afterAll(() => cms.close())

test('deleting what others refer to keeps nobody from publishing or withdrawing them', async () => {
  const { id: topicId } = await staff.createPublished('topics', topic())
  const { id } = await staff.createPublished('articles', article({ topics: [topicId] }))
  await staff.autosave('articles', id, { summary: 'Drafted.' })
  await staff.delete(`/api/topics/${topicId}`).expect(200)
  await staff.publish('articles', id)
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'Drafted.' })
  await staff.unpublish('articles', id)
  expect(await feed.fieldsOf('articles', id)).toBeUndefined()
})

test('deleting many records each that was public, and only those', async () => {
  const live = await Promise.all([1, 2].map(() => staff.createPublished('articles', article())))
  const draft = await staff.create('articles', article())
  const before = await feed.now()
  const ids = [...live, draft].map(({ id }) => id)
  await staff.delete(`/api/articles?where[id][in]=${ids.join(',')}`).expect(200)
  expect(await feed.since(before)).toEqual(live.map(({ id }) => `gone articles:${id}`).sort())
})

test('deleting for good what the public does not see tells what referred to it, and nothing else', async () => {
  const publish = () => staff.createPublished('articles', article())
  const [unpublished, trashed, unknown] = [await publish(), await publish(), await publish()]
  const draft = await staff.create('articles', article())
  const ids = [unpublished, trashed, draft].map(({ id }) => id)
  const referrers = await Promise.all(
    ids.map((id) => staff.createPublished('articles', article({ related: [id] }))),
  )
  const hidden = await staff.create('articles', article({ related: ids }))
  await staff.unpublish('articles', unpublished.id)
  await staff.trash('articles', trashed.id)
  await staff.trash('articles', unknown.id)
  for (const [index, id] of ids.entries()) {
    const before = await feed.now()
    const referrer = referrers[index]?.id ?? ''
    await staff.remove('articles', id)
    expect(await feed.since(before)).toEqual([`articles:${referrer}`])
    expect(await feed.fieldsOf('articles', referrer)).not.toHaveProperty('related')
  }
  const before = await feed.now()
  await staff.remove('articles', unknown.id)
  await staff.remove('articles', hidden.id)
  expect(await feed.since(before)).toEqual([])
})
