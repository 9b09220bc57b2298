import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { DocumentChange } from '@careword/shared/delivery.ts'
import { afterCommitSettled } from '../database/after-commit.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { forgetOldDeliveries } from './forget-old-deliveries.ts'
import { overviewFor, statusOf } from './testing/dashboard.ts'
import { publisherOf, site } from './testing/publisher.ts'
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

const live = (change: DocumentChange, at = new Date().toISOString(), pages = 2) => ({
  ...change,
  state: 'live' as const,
  at,
  release: 41,
  pages,
})

async function publish(id?: string, summary = 'A summary.'): Promise<DocumentChange> {
  const saved = id
    ? await staff.publish('articles', id, { summary })
    : await staff.createPublished('articles', article({ summary }))
  return publisher.change('articles', saved.id)
}

const status = (id: string) => statusOf(staff, 'articles', id)

describe('what is reported', () => {
  test('is shown in plain words', async () => {
    const change = await publish()
    await publisher.report([live(change)])
    const { sentence } = await status(change.id)
    expect(sentence).toMatch(/^Live since \d\d:\d\d:\d\d, after [\d.]+ m?s, 2 pages changed, release 41$/)
    expect(await publisher.pending()).toEqual([])
  })

  test('a failure and a hold stay on the way, and come to be live', async () => {
    const [failed, held] = [await publish(), await publish()]
    const fault = { title: 'Other', field: 'body' }
    const hold = { release: 38, since: '2026-11-25T13:40:00.000Z' }
    await publisher.report(
      [
        { ...failed, state: 'failed', reason: 'A block is not known.', fault },
        { ...held, state: 'held', release: 38 },
      ],
      { hold },
    )
    expect((await status(failed.id)).sentence).toBe(
      'Not live: field “body” of “Other”: A block is not known.',
    )
    expect((await status(held.id)).sentence).toMatch(/^Held: the site stays at release 38 since /)
    expect(await publisher.pending()).toEqual([failed, held])
    await publisher.report([live(failed), live(held)])
    expect(await status(failed.id)).toMatchObject({ state: 'live' })
    expect(await status(held.id)).toMatchObject({ state: 'live' })
  })

  test('a failure names the field as its form does', async () => {
    const change = await publish()
    const { title } = await staff.read('articles', change.id)
    const failed = (field: string) => ({
      ...change,
      state: 'failed' as const,
      reason: 'It breaks.',
      fault: { title: String(title), field },
    })
    await publisher.report([failed('body')])
    const { sentence } = await status(change.id)
    expect(sentence).toBe(`Not live: field “Text” of “${String(title)}”: It breaks.`)
    expect((await overviewFor(staff)).deliveries[0]?.sentence).toBe(sentence)

    const redirect = await staff.create('redirects', {
      from: '/failed/',
      to: { type: 'custom', url: '/articles/' },
    })
    const [pending] = await publisher.pending().then((all) => all.filter(({ id }) => id === redirect.id))
    if (!pending) throw new Error('The redirect is not on its way.')
    const fault = { title: '/failed/', field: 'to' }
    await publisher.report([{ ...pending, state: 'failed', reason: 'It leads nowhere.', fault }])
    expect((await statusOf(staff, 'redirects', redirect.id)).sentence).toBe(
      'Not live: field “Leads to” of “/failed/”: It leads nowhere.',
    )
  })

  test('a withdrawal is off the site', async () => {
    const { id } = await publish()
    await staff.unpublish('articles', id)
    await publisher.report([live({ collection: 'articles', id, version: null })])
    expect((await status(id)).sentence).toMatch(/^Off the site since /)
  })

  test('a version that could not go out is on its way again when it is published again', async () => {
    const change = await publish()
    await publisher.report([{ ...change, state: 'failed', reason: 'A block is not known.' }])
    await staff.publish('articles', change.id)
    expect(await status(change.id)).toMatchObject({ state: 'queued' })
    expect(await publisher.pending()).toEqual([change])
  })

  test('a change back to an earlier text is live when the site shows that again', async () => {
    const first = await publish(undefined, 'One.')
    const early = new Date().toISOString()
    await publisher.report([live(first, early)])
    const second = await publish(first.id, 'Two.')
    await publisher.report([live(second)])
    expect(await publish(first.id, 'One.')).toEqual(first)
    // The first report once more, which came late.
    await publisher.report([live(first, early)])
    expect(await status(first.id)).toMatchObject({ state: 'queued' })
    await publisher.report([live(first)])
    expect(await status(first.id)).toMatchObject({ state: 'live' })
  })
})

describe('what could not be shown before the newest changes', () => {
  const failed = (change: DocumentChange) => ({ ...change, state: 'failed' as const, reason: 'It breaks.' })
  const publishMany = async () => {
    for (let number = 0; number < 20; number += 1) await publish()
  }

  test('stays on the dashboard until it is on the site, or something else of the same document is on its way', async () => {
    const [kept, mended, shown] = [await publish(), await publish(), await publish()]
    await publisher.report([failed(kept), failed(mended), live(shown)])
    expect((await overviewFor(staff)).failedBefore).toEqual([])
    await publishMany()
    expect(idsOf((await overviewFor(staff)).failedBefore)).toEqual([mended.id, kept.id])

    const change = await publish(mended.id, 'Mended.')
    const overview = await overviewFor(staff)
    expect(idsOf(overview.failedBefore)).toEqual([kept.id])
    expect(overview.failedBefore[0]).toMatchObject({ state: 'failed', sentence: 'Not live: It breaks.' })
    expect(idsOf(overview.deliveries)[0]).toBe(change.id)

    await publishMany()
    await publisher.report([live(change), live(kept)])
    expect((await overviewFor(staff)).failedBefore).toEqual([])
  })

  const idsOf = (deliveries: readonly { path: string }[]) =>
    deliveries.map(({ path }) => path.split('/').at(-1))
})

describe('reports that come late or twice do no harm', () => {
  test('what is live stays as it is', async () => {
    const change = await publish()
    const at = new Date().toISOString()
    await publisher.report([live(change, at)])
    const before = await status(change.id)
    await Promise.all([1, 2, 3].map(() => publisher.report([live(change, at, 7)])))
    await publisher.report([{ ...change, state: 'failed', reason: 'Of before.' }])
    await publisher.report([{ ...change, state: 'held', release: 38 }])
    await publisher.report([{ ...change, state: 'superseded' }])
    expect(await status(change.id)).toEqual(before)
    expect((await overviewFor(staff)).deliveries).toHaveLength(1)
  })

  test('a report of an earlier change says nothing of the later one', async () => {
    const first = await publish()
    const firstSeen = await publisher.pending()
    const second = await publish(first.id, 'Later.')
    expect(firstSeen).toEqual([first])
    await publisher.report([live(first)])
    expect(await publisher.pending()).toEqual([second])
    await publisher.report([live(second)])
    const { deliveries } = await overviewFor(staff)
    expect(deliveries.map(({ state }) => state)).toEqual(['live', 'superseded'])
    expect(deliveries[1]?.sentence).toMatch(/^Was live from .*, release 41; then replaced by a later change$/)
  })

  test('a change that never arrived is replaced, and one that was held is not said to be of the release of the hold', async () => {
    const first = await publish()
    await publisher.report([live(first)])
    const hold = { release: 38, since: new Date().toISOString() }
    await publisher.report([{ ...first, state: 'held', release: 38 }], { hold })
    await publish(first.id, 'Never asked for.')
    const last = await publish(first.id, 'Later.')
    const sentences = async () => {
      const { deliveries } = await overviewFor(staff)
      return deliveries.slice(1).map(({ sentence }) => sentence)
    }
    const told = [
      'Replaced by a later change',
      expect.stringMatching(/^Was live from .*, 2 pages changed; then replaced by a later change$/),
    ]
    expect(await sentences()).toEqual(told)
    await publisher.report([live(last)])
    expect(await sentences()).toEqual(told)
  })

  test('an older state of the site does not replace a newer one', async () => {
    await publisher.report([], { at: '2100-01-01T00:00:00.000Z', release: 50 })
    await publisher.report([], { at: '2099-01-01T00:00:00.000Z', release: 49 })
    expect((await overviewFor(staff)).sentences[0]).toContain('release 50')
    await publisher.report([], { at: '2100-01-01T00:00:00.001Z', release: 51 })
    expect((await overviewFor(staff)).sentences[0]).toContain('release 51')
  })
})

describe('a change that nobody recorded', () => {
  test('gets a row when it is how the document is now, once', async () => {
    const change = await publish()
    await cms.payload.db.deleteMany({ collection: 'deliveries', where: {} })
    await Promise.all([1, 2, 3].map(() => publisher.report([live(change)])))
    expect((await status(change.id)).sentence).toMatch(
      /^Live since \d\d:\d\d:\d\d, 2 pages changed, release 41$/,
    )
    expect((await overviewFor(staff)).deliveries).toHaveLength(1)
  })

  test('is of the past when the document is another one by now', async () => {
    const change = await publish()
    await publisher.report([live({ ...change, version: 'of-long-ago' })])
    expect(await status(change.id)).toMatchObject({ state: 'queued' })
    expect((await overviewFor(staff)).deliveries).toHaveLength(1)
  })
})

test('recording a report changes no document', async () => {
  const feed = feedReader(cms)
  const change = await publish()
  await afterCommitSettled(cms.payload)
  const before = await feed.now()
  await publisher.report([live(change)])
  expect(await feed.since(before)).toEqual([])
})

test('the dashboard lists what can be brought back', async () => {
  const liveSince = new Date().toISOString()
  await publisher.report([], {
    at: '2100-01-02T00:00:00.000Z',
    release: 41,
    liveSince,
    releases: [
      { number: 41, liveSince, cause: 'publish', pages: 120, changed: 2 },
      { number: 40, liveSince, cause: 'withdrawal', pages: 121, changed: 5 },
    ],
  })
  const { maySteer, releases } = await overviewFor(staff)
  expect(maySteer).toBe(true)
  expect(releases.map(({ number, isShown }) => [number, isShown])).toEqual([
    [41, true],
    [40, false],
  ])
  expect(releases[1]?.sentence).toMatch(/^Withdrawn, 5 of 121 pages changed, \d\d:\d\d:\d\d$/)
})

test('what is long done is forgotten, and the newest change of each document kept', async () => {
  const first = await publish()
  await publisher.report([live(first)])
  const second = await publish(first.id, 'Later.')
  await publisher.report([live(second)])
  await publish(first.id, 'Never asked for.')
  const queued = await publish(first.id, 'The newest.')
  const rows = () => cms.payload.db.count({ collection: 'deliveries', where: {} })
  expect((await rows()).totalDocs).toBe(4)
  const inFiftyDays = Date.now() + 50 * 24 * 60 * 60 * 1000
  await forgetOldDeliveries(cms.payload, inFiftyDays)
  expect((await rows()).totalDocs).toBe(2)
  expect(await publisher.pending()).toEqual([queued])
})

describe('a body that is no report is refused with a sentence', () => {
  test.each([
    [{ reports: [] }, 'at “site”'],
    [
      { reports: [{ collection: 'articles', id: 'a', version: 'v', state: 'queued' }], site: site() },
      'at “reports.0',
    ],
    [
      { reports: [{ collection: 'users', id: 'a', version: 'v', state: 'superseded' }], site: site() },
      'at “reports.0',
    ],
  ])('%j', async (body, place) => {
    const response = await publisher.send(body).expect(400)
    expect(response.text).toContain(place)
  })

  test('no JSON', async () => {
    const response = await staffless('{').expect(400)
    expect(response.text).toContain('The body is no JSON')
  })
})

const staffless = (body: string) =>
  editor(cms, cms.publisher).post('/api/site-deliveries').set('Content-Type', 'application/json').send(body)
