import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { article, picture, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { overviewFor, statusOf } from './testing/dashboard.ts'
import { publisherOf } from './testing/publisher.ts'
import type { Publisher } from './testing/publisher.ts'

let cms: TestCms
let staff: Editor
let publisher: Publisher

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  publisher = publisherOf(cms)
})
beforeEach(() => cms.payload.db.deleteMany({ collection: 'deliveries', where: {} }))
afterAll(() => cms.close())

const articleNow = (id: string) => publisher.change('articles', id)
const withdrawalOf = (id: string) => ({ collection: 'articles', id, version: null })

/** Publishes an article that the site shows. */
async function liveArticle(): Promise<Saved> {
  const saved = await staff.createPublished('articles', article())
  const change = await articleNow(saved.id)
  await publisher.report([{ ...change, state: 'live', at: new Date().toISOString(), release: 1, pages: 1 }])
  return saved
}

describe('a change is queued, by the version that the feed gives,', () => {
  test('when a document is published, and published again', async () => {
    const { id } = await staff.createPublished('articles', article({ summary: 'Old.' }))
    const first = await articleNow(id)
    expect(await publisher.pending()).toEqual([first])
    await staff.publish('articles', id, { summary: 'New.' })
    const second = await articleNow(id)
    expect(second.version).not.toBe(first.version)
    expect(await publisher.pending()).toEqual([second])
    expect((await overviewFor(staff)).deliveries.map(({ state }) => state)).toEqual(['queued', 'superseded'])
  })

  test('when one without drafts is saved', async () => {
    const { id } = await staff.createPublished('topics', topic({ name: 'Safety' }))
    const file = await picture(cms.payload)
    expect(await publisher.pending()).toEqual([
      await publisher.change('topics', id),
      await publisher.change('media', file.id),
    ])
  })

  test('when a global is saved', async () => {
    await staff.post('/api/globals/clinic').send({ name: 'The clinic', timeZone: 'UTC' }).expect(200)
    expect(await publisher.pending()).toEqual([await publisher.change('clinic', 'clinic')])
    expect(await statusOf(staff, 'clinic', 'clinic')).toMatchObject({ state: 'queued', page: null })
  })

  test('when it is unpublished', async () => {
    const { id } = await liveArticle()
    await staff.unpublish('articles', id)
    expect(await publisher.pending()).toEqual([withdrawalOf(id)])
    const { page, sentence } = await statusOf(staff, 'articles', id)
    expect(page).toBeNull()
    expect(sentence).toMatch(/^Withdrawal queued since \d\d:\d\d:\d\d$/)
  })

  test('when it is moved to the trash, and when it is deleted', async () => {
    const [trashed, deleted] = [await liveArticle(), await liveArticle()]
    await staff.trash('articles', trashed.id)
    await staff.remove('articles', deleted.id)
    expect(await publisher.pending()).toEqual([withdrawalOf(trashed.id), withdrawalOf(deleted.id)])
    const [{ title } = { title: '' }] = (await overviewFor(staff)).deliveries
    expect(title).toBe(deleted.title)
  })

  test('for each document of an edit of many', async () => {
    const articles = [await liveArticle(), await liveArticle()]
    const where = `where[id][in]=${articles.map(({ id }) => id).join(',')}`
    await staff.patch(`/api/articles?${where}`).send({ summary: 'The same.' }).expect(200)
    const pending = await publisher.pending()
    expect(pending.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort())
  })

  test('when it is published at its time', async () => {
    const { id } = await liveArticle()
    await staff.autosave('articles', id, { summary: 'At its time.' })
    const me = await staff.get('/api/users/me').expect(200)
    const user = { relationTo: 'users', value: (me.body as { user: { id: string } }).user.id }
    await cms.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'articles', value: id }, user } as never,
    })
    while ((await publisher.pending()).length === 0) {
      await cms.payload.jobs.run()
      await sleep(50)
    }
    expect(await publisher.pending()).toEqual([await articleNow(id)])
  })
})

describe('nothing is queued', () => {
  test('for what only people of the clinic see', async () => {
    const { id } = await staff.create('articles', article())
    await staff.autosave('articles', id, { summary: 'Typed.' })
    expect(await publisher.pending()).toEqual([])
    expect(await statusOf(staff, 'articles', id)).toEqual({
      state: 'none',
      sentence: 'Not published',
      page: null,
      warnings: { listed: [], more: 0 },
    })
  })

  test('for a global that was never saved', async () => {
    expect(await statusOf(staff, 'search', 'search')).toMatchObject({ sentence: 'Not published' })
  })

  test('for a save that failed', async () => {
    await staff
      .post('/api/articles')
      .send({ ...article({ title: '' }), _status: 'published' })
      .expect(400)
    expect(await publisher.pending()).toEqual([])
  })

  test('for the starter content', async () => {
    const { id } = await cms.payload.create({
      collection: 'articles',
      data: { ...article(), _status: 'published' },
      context: { seeding: true },
    })
    expect(await publisher.pending()).toEqual([])
    expect(await statusOf(staff, 'articles', id)).toMatchObject({
      state: 'none',
      sentence: 'Published; no change is on its way',
    })
  })
})

test('a save that changes nothing of what the public sees is live at once', async () => {
  const { id } = await liveArticle()
  await staff.publish('articles', id)
  expect(await statusOf(staff, 'articles', id)).toMatchObject({ state: 'live' })
  expect(await publisher.pending()).toEqual([])
})

test('the page of a document is at the public address', async () => {
  const { id } = await staff.createPublished('articles', article({ title: 'Side effects' }))
  const { page } = await statusOf(staff, 'articles', id)
  expect(page).toBe('http://localhost:4321/articles/side-effects/')
})

test('twenty saves at once all succeed, and each of them is on its way', async () => {
  const articles = await Promise.all(
    Array.from({ length: 20 }, () => staff.createPublished('articles', article())),
  )
  await Promise.all(articles.map(({ id }) => staff.publish('articles', id, { summary: 'Changed.' })))
  const pending = await publisher.pending()
  expect(pending.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort())
})
