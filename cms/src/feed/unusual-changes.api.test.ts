import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { FeedPage } from '@careword/shared/change-feed.ts'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { linkTo, paragraph, richText, words } from '../testing/rich-text.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

let cms: TestCms
let staff: Editor
let feed: Feed
let before: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = readFeed(cms)
})

afterAll(() => cms.close())

beforeEach(async () => {
  before = await feed.now()
})

/** Publishes articles, and forgets that this was a change. */
async function publishArticles(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1)
    ids.push((await staff.createPublished('articles', article())).id)
  before = await feed.now()
  return ids
}

async function publishArticle(): Promise<string> {
  const [id = ''] = await publishArticles(1)
  return id
}

function summaries({ documents }: Pick<FeedPage, 'documents'>): unknown[] {
  return documents.map(({ id, fields }) => [id, (fields as { summary: string }).summary])
}

const bulk = (ids: string[]) => `/api/articles?where[id][in]=${ids.join(',')}`

describe('a bulk operation', () => {
  test('on many documents shows every one of them once, though they share the time of their update', async () => {
    const ids = await publishArticles(3)
    await staff.patch(bulk(ids)).send({ _status: 'published', summary: 'Edited.' }).expect(200)
    // A fast machine saves all of them within one millisecond; a slow one does not, so it is made so.
    const updatedAt = '2026-01-01T00:00:00.000Z'
    for (const id of ids) await cms.payload.db.updateOne({ collection: 'articles', id, data: { updatedAt } })
    const saved = await Promise.all(ids.map((id) => staff.read('articles', id)))
    expect(new Set(saved.map((document) => document.updatedAt)).size).toBe(1)
    expect(summaries(await feed.after(before)).sort()).toEqual(ids.map((id) => [id, 'Edited.']).sort())
  })

  test('that unpublishes, trashes or deletes tells each document that is gone', async () => {
    const ids = await publishArticles(6)
    await staff
      .patch(bulk(ids.slice(0, 2)))
      .send({ _status: 'draft' })
      .expect(200)
    await staff
      .patch(bulk(ids.slice(2, 4)))
      .send({ deletedAt: new Date().toISOString() })
      .expect(200)
    await staff.delete(bulk(ids.slice(4))).expect(200)
    const { documents, gone } = await feed.after(before)
    expect(documents).toEqual([])
    expect(gone.map(keyOf).sort()).toEqual(ids.map((id) => `articles:${id}`).sort())
  })

  test('that fails in part shows exactly the part that was saved', async () => {
    const [target = '', one = '', other = ''] = await publishArticles(3)
    // The link of the second one is dead by the time it would be published again.
    await staff.publish('articles', one, { body: richText(paragraph(linkTo('articles', target))) })
    await staff.unpublish('articles', target)
    before = await feed.now()
    const { body } = (await staff
      .patch(bulk([one, other]))
      .send({ _status: 'published', summary: 'Edited.' })
      .expect(400)) as { body: { docs: Saved[]; errors: { id: string }[] } }
    expect(body.errors.map(({ id }) => id)).toEqual([one])
    expect(summaries(await feed.after(before))).toEqual([[other, 'Edited.']])
  })
})

test('a restored version changes nothing until it is published', async () => {
  const { id } = await staff.createPublished('articles', article({ summary: 'First.' }))
  const first = await feed.document('articles', id)
  await staff.publish('articles', id, { summary: 'Second.' })
  const [, firstVersion = ''] = await staff.versions('articles', id)
  before = await feed.now()

  await staff.post(`/api/articles/versions/${firstVersion}`).send({}).expect(200)
  expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
  await staff.publish('articles', id)
  expect(await feed.after(before)).toEqual({ documents: [first], gone: [] })
})

describe('a schedule', () => {
  const schedule = async (type: 'publish' | 'unpublish', id: string) => {
    const { docs } = await cms.payload.find({ collection: 'users', limit: 1 })
    await cms.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: 'articles', value: id },
        user: { relationTo: 'users', value: docs[0]?.id ?? '' },
      },
      waitUntil: new Date(),
    })
  }

  test('publishes the newest draft when its time has come', async () => {
    const id = await publishArticle()
    await staff.saveDraft('articles', id, { summary: 'Scheduled.' })
    await schedule('publish', id)
    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    await cms.payload.jobs.run()
    expect(summaries(await feed.after(before))).toEqual([[id, 'Scheduled.']])
  })

  test('unpublishes', async () => {
    const id = await publishArticle()
    await schedule('unpublish', id)
    await cms.payload.jobs.run()
    expect(await feed.after(before)).toEqual({ documents: [], gone: [{ collection: 'articles', id }] })
  })
})

describe('a duplicate', () => {
  test('is a draft of its own, and is seen when it is published, whatever its times say', async () => {
    const { id, updatedAt } = await staff.createPublished('articles', article())
    before = await feed.now()
    const response = await staff.post(`/api/articles/${id}/duplicate`).send({}).expect(200)
    const copy = (response.body as { doc: Saved }).doc
    expect(copy._status).toBe('draft')
    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    await staff.publish('articles', copy.id, { slug: `copy-of-${id}`, updatedAt })
    expect((await feed.after(before)).documents.map(keyOf)).toEqual([`articles:${copy.id}`])
  })
})

test('a save that sets its own time, long ago or far ahead, is seen as any other', async () => {
  const id = await publishArticle()
  for (const updatedAt of ['2001-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
    before = await feed.now()
    await staff.publish('articles', id, { summary: updatedAt, updatedAt })
    expect(summaries(await feed.after(before))).toEqual([[id, updatedAt]])
  }
})

test('nobody sets a revision through an API', async () => {
  const id = await publishArticle()
  await staff.publish('articles', id, { revision: 9_000_000_000_000_000 })
  const later = await publishArticle()
  await staff.publish('articles', later, { revision: 1 })
  expect((await feed.after(before)).documents.map(({ id: changed }) => changed)).toEqual([later])
})

describe('a change behind the back of the CMS', () => {
  test('has no revision of its own, and is found by the index', async () => {
    const id = await publishArticle()
    const version = (await feed.index()).get(`articles:${id}`)
    await cms.payload.db.updateOne({
      collection: 'articles',
      id,
      data: { summary: 'Changed in the database.' },
    })
    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    const changed = (await feed.index()).get(`articles:${id}`)
    expect(changed).not.toBe(version)
    expect(await feed.document('articles', id)).toMatchObject({
      version: changed,
      fields: { summary: 'Changed in the database.' },
    })
  })

  test('that brings a backup back is found by the index, though revisions go back in time', async () => {
    const [kept = '', changed = '', unpublished = '', deleted = ''] = await publishArticles(4)
    const backup = await Promise.all([kept, changed, unpublished, deleted].map(readRow))
    const atBackup = await feed.index()
    await staff.publish('articles', changed, { summary: 'After the backup.' })
    await staff.autosave('articles', unpublished, { summary: 'After the backup.' })
    await staff.unpublish('articles', unpublished)
    await staff.remove('articles', deleted)
    const added = await publishArticle()

    await cms.payload.db.deleteOne({ collection: 'articles', where: { id: { equals: added } } })
    await cms.payload.db.deleteMany({
      collection: 'removals',
      where: { documentId: { in: [unpublished, deleted] } },
    })
    for (const row of backup) await restoreRow(row)

    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    expect(await feed.index()).toEqual(atBackup)
    // What is saved from now on comes after the cursor from before the backup.
    await staff.publish('articles', kept, { body: words('Saved after the restore.') })
    expect((await feed.after(before)).documents.map(({ id }) => id)).toEqual([kept])
  })

  type Row = Record<string, unknown> & { id: string }

  async function readRow(id: string): Promise<Row> {
    const row = await cms.payload.db.findOne<Row>({ collection: 'articles', where: { id: { equals: id } } })
    if (!row) throw new Error(`There is no article ${id}`)
    return row
  }

  async function restoreRow({ id, ...data }: Row): Promise<void> {
    const exists = await cms.payload.db.findOne({ collection: 'articles', where: { id: { equals: id } } })
    if (exists) await cms.payload.db.updateOne({ collection: 'articles', id, data })
    else await cms.payload.db.create({ collection: 'articles', data: { ...data, id } })
  }
})
