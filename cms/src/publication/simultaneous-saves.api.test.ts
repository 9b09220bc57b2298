import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Response } from 'supertest'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const CONFLICT = 'Somebody else saved this at the same moment. Nothing was changed; save again.'

let cms: TestCms
let staff: Editor
let feed: FeedReader

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = feedReader(cms)
})

afterAll(() => cms.close())

const twenty = <Result>(one: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: 20 }, (_, n) => one(n)))

test('twenty articles that are made at once are all published', async () => {
  const before = await feed.now()
  const articles = await twenty(() => staff.createPublished('articles', article()))
  expect(await feed.since(before)).toEqual(articles.map(({ id }) => `articles:${id}`).sort())
})

test('twenty saves of twenty articles at once all succeed', async () => {
  const articles = await twenty(() => staff.createPublished('articles', article()))
  await twenty((n) => staff.publish('articles', articles[n]?.id ?? '', { summary: `Changed ${n}.` }))
  for (const [n, { id }] of articles.entries())
    expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: `Changed ${n}.` })
})

test('twenty autosaves at once all succeed, while their pages stay as they are', async () => {
  const articles = await twenty(() => staff.createPublished('articles', article({ summary: 'Public.' })))
  const before = await feed.now()
  await twenty((n) => staff.autosave('articles', articles[n]?.id ?? '', { summary: `Typed ${n}.` }))
  const newest = await twenty((n) => staff.readNewest('articles', articles[n]?.id ?? ''))
  expect(newest.map(({ summary }) => summary)).toEqual(articles.map((_, n) => `Typed ${n}.`))
  expect(await feed.since(before)).toEqual([])
})

test('twenty withdrawals at once all succeed', async () => {
  const articles = await twenty(() => staff.createPublished('articles', article()))
  const before = await feed.now()
  await twenty((n) => staff.unpublish('articles', articles[n]?.id ?? ''))
  expect(await feed.since(before)).toEqual(articles.map(({ id }) => `gone articles:${id}`).sort())
})

test('ten saves of one article at once each succeed or are told in a sentence to save again', async () => {
  const { id } = await staff.createPublished('articles', article())
  const responses: Response[] = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      staff.patch(`/api/articles/${id}`).send({ summary: `Try ${n}.`, _status: 'published' }),
    ),
  )
  const refused = responses.filter(({ status }) => status !== 200)
  expect(refused.length).toBeLessThan(10)
  expect(refused.map(({ status, body }) => ({ status, body: body as unknown }))).toEqual(
    refused.map(() => ({ status: 409, body: { errors: [{ message: CONFLICT }] } })),
  )
  const kept = responses.flatMap(({ status, body }) =>
    status === 200 ? [(body as { doc: Saved }).doc.summary] : [],
  )
  expect(kept).toContain((await feed.fieldsOf('articles', id))?.summary)
})
