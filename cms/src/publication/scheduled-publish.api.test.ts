import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { DatabaseBusyError } from '../database/database-busy-error.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import type { FeedReader } from '../testing/feed-reader.ts'
import { linkTo, paragraph, richText } from '../testing/rich-text.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { releaseInterruptedJobs } from './interrupted-jobs.ts'

let cms: TestCms
let staff: Editor
let feed: FeedReader
let userId: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = feedReader(cms)
  const me = await staff.get('/api/users/me').expect(200)
  userId = (me.body as { user: { id: string } }).user.id
})

afterAll(() => cms.close())

/** As the admin's drawer “Schedule publish” does it. */
async function schedule(
  type: 'publish' | 'unpublish',
  id: string,
  waitUntil: Date,
  user: unknown,
): Promise<string> {
  const job = await cms.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type, doc: { relationTo: 'articles', value: id }, user } as never,
    waitUntil,
  })
  return job.id
}

const me = () => ({ relationTo: 'users', value: userId })
const inAMoment = () => new Date(Date.now() + 300)

/** Waits until the queue has run a job, successfully or not. The running CMS does so every second. */
async function ran(job: string): Promise<'succeeded' | 'failed'> {
  for (;;) {
    await cms.payload.jobs.run()
    const { docs } = await cms.payload.find({ collection: 'payload-jobs', where: { id: { equals: job } } })
    if (docs.length === 0) return 'succeeded'
    if (docs[0]?.hasError || (docs[0]?.totalTried ?? 0) > 0) return 'failed'
    await sleep(50)
  }
}

test('the newest draft is public when its time has come, and not before', async () => {
  const { id } = await staff.createPublished('articles', article({ summary: 'Old.' }))
  await staff.autosave('articles', id, { summary: 'New.' })
  const before = await feed.now()
  const job = await schedule('publish', id, inAMoment(), me())
  await cms.payload.jobs.run()
  expect(await feed.since(before)).toEqual([])
  expect(await ran(job)).toBe('succeeded')
  expect(await feed.since(before)).toEqual([`articles:${id}`])
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'New.' })
})

test('a draft is published for the first time, with its address and date', async () => {
  const { id } = await staff.create('articles', article({ title: 'At its time' }))
  expect(await ran(await schedule('publish', id, inAMoment(), me()))).toBe('succeeded')
  expect(await feed.fieldsOf('articles', id)).toMatchObject({
    slug: 'at-its-time',
    publishedAt: expect.any(String),
  })
})

test('a page is taken down when its time has come', async () => {
  const { id } = await staff.createPublished('articles', article())
  const before = await feed.now()
  expect(await ran(await schedule('unpublish', id, inAMoment(), me()))).toBe('succeeded')
  expect(await feed.since(before)).toEqual([`gone articles:${id}`])
})

test('what may not be published is not published by a schedule either', async () => {
  const target = await staff.create('articles', article())
  const body = richText(paragraph(linkTo('articles', target.id)))
  const { id } = await staff.create('articles', article({ body }))
  expect(await ran(await schedule('publish', id, inAMoment(), me()))).toBe('failed')
  expect(await feed.fieldsOf('articles', id)).toBeUndefined()
})

test('a job that does not say whose it is does nothing', async () => {
  const { id } = await staff.create('articles', article())
  const refused = schedule('publish', id, inAMoment(), userId).then(ran)
  await expect(refused.catch(() => 'failed')).resolves.toBe('failed')
  expect(await feed.fieldsOf('articles', id)).toBeUndefined()
})

test('a save that is in the way delays the publish, and does not prevent it', async () => {
  const { id } = await staff.create('articles', article({ summary: 'In time.' }))
  const createVersion = jest
    .spyOn(cms.payload.db, 'createVersion')
    .mockRejectedValueOnce(new DatabaseBusyError(1))
    .mockRejectedValueOnce(new DatabaseBusyError(1))
  expect(await ran(await schedule('publish', id, inAMoment(), me()))).toBe('succeeded')
  createVersion.mockRestore()
  expect(await feed.fieldsOf('articles', id)).toMatchObject({ summary: 'In time.' })
})

describe('a job that was under way when its server was killed', () => {
  const MINUTES_MS = 60_000

  /** @returns the job and the article that it publishes */
  async function interrupted(): Promise<{ job: string; id: string }> {
    const { id } = await staff.create('articles', article())
    const job = await schedule('publish', id, new Date(), me())
    const updatedAt = new Date(Date.now() - 10 * MINUTES_MS).toISOString()
    await cms.payload.db.updateJobs({ id: job, data: { processing: true, updatedAt } })
    return { job, id }
  }

  test('is run after all', async () => {
    const { job, id } = await interrupted()
    await cms.payload.jobs.run()
    expect(await feed.fieldsOf('articles', id)).toBeUndefined()

    await releaseInterruptedJobs(cms.payload)
    expect(await ran(job)).toBe('succeeded')
    expect(await feed.fieldsOf('articles', id)).toBeDefined()
  })

  test('is left alone while another server may still be at it', async () => {
    const { job } = await interrupted()
    await cms.payload.db.updateJobs({
      id: job,
      data: { updatedAt: new Date(Date.now() - MINUTES_MS).toISOString() },
    })
    await releaseInterruptedJobs(cms.payload)
    const { docs } = await cms.payload.find({ collection: 'payload-jobs', where: { id: { equals: job } } })
    expect(docs).toMatchObject([{ processing: true }])
  })
})
