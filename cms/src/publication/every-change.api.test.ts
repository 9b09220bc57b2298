import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { article, condition, faq, page, person } from '../testing/sample-documents.ts'
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

type MainRow = { id: string; revision: number }

/** The document itself, as it is stored. */
async function rowOf(collection: string, id: string): Promise<MainRow | null> {
  return cms.payload.db.findOne<MainRow>({
    collection: collection as 'articles',
    where: { id: { equals: id } },
  })
}

async function revisionOf(collection: string, id: string): Promise<number> {
  return (await rowOf(collection, id))?.revision ?? 0
}

describe.each([
  ['articles', () => article()],
  ['conditions', () => condition()],
  ['faqs', () => faq()],
  ['pages', () => page()],
  ['people', () => person()],
])('in %s', (collection, sample) => {
  test('each change of what is public moves the revision, and the feed tells of it', async () => {
    const { id } = await staff.createPublished(collection, sample())
    const changes: [() => Promise<unknown>, string][] = [
      [() => staff.publish(collection, id), `${collection}:${id}`],
      [() => staff.unpublish(collection, id), `gone ${collection}:${id}`],
      [() => staff.publish(collection, id), `${collection}:${id}`],
      [() => staff.trash(collection, id), `gone ${collection}:${id}`],
      [() => staff.untrash(collection, id, 'published'), `${collection}:${id}`],
      [
        () =>
          staff
            .patch(`/api/${collection}?where[id][equals]=${id}`)
            .send({ _status: 'published' })
            .expect(200),
        `${collection}:${id}`,
      ],
    ]
    for (const [change, told] of changes) {
      const [before, revision] = [await feed.now(), await revisionOf(collection, id)]
      await change()
      expect(await revisionOf(collection, id)).toBeGreaterThan(revision)
      expect(await feed.since(before)).toEqual([told])
    }
    const before = await feed.now()
    await staff.remove(collection, id)
    expect(await feed.since(before)).toEqual([`gone ${collection}:${id}`])
  })

  test('a draft leaves the row as it is, and the feed silent', async () => {
    const { id } = await staff.createPublished(collection, sample())
    const [before, row] = [await feed.now(), await rowOf(collection, id)]
    await staff.autosave(collection, id, sample())
    await staff.saveDraft(collection, id, sample())
    expect(await rowOf(collection, id)).toEqual(row)
    expect(await feed.since(before)).toEqual([])
  })

  test('what was never public leaves no trace when it goes', async () => {
    const { id } = await staff.create(collection, sample())
    const before = await feed.now()
    await staff.trash(collection, id)
    await staff.untrash(collection, id)
    await staff.remove(collection, id)
    expect(await feed.since(before)).toEqual([])
  })
})

test('each document of an edit of many gets a revision of its own', async () => {
  const articles: Saved[] = []
  for (let n = 0; n < 3; n += 1) articles.push(await staff.createPublished('articles', article()))
  const ids = articles.map(({ id }) => id)
  await staff
    .patch(`/api/articles?where[id][in]=${ids.join(',')}`)
    .send({ summary: 'x' })
    .expect(200)
  const revisions = await Promise.all(ids.map((id) => revisionOf('articles', id)))
  expect(new Set(revisions).size).toBe(3)
})
