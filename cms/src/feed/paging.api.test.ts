import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction } from 'payload'
import {
  FEED_INDEX_PATH,
  formatCursor,
  keyOf,
  parseCursor,
  rewindCursor,
} from '@careword/shared/change-feed.ts'
import type { FeedIndex, FeedPage } from '@careword/shared/change-feed.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { article, faq, topic } from '../testing/sample-documents.ts'
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

const namesOf = ({ documents, gone }: FeedPage): string[] => [
  ...documents.map(keyOf),
  ...gone.map((key) => `gone ${keyOf(key)}`),
]

/** What changed and what is gone are two lists, each in the order of the changes. */
const inTwoLists = (names: string[]): string[] => [
  ...names.filter((name) => !name.startsWith('gone ')),
  ...names.filter((name) => name.startsWith('gone ')),
]

/** All pages after a cursor. */
async function walk(cursor: string | undefined, limit: number): Promise<FeedPage[]> {
  const pages = [await feed.since(cursor, limit)]
  for (;;) {
    const last = pages.at(-1)
    if (!last?.more) return pages
    pages.push(await feed.since(last.cursor, limit))
  }
}

/** Changes of several collections, and a removal, in this order. */
async function makeChanges(): Promise<string[]> {
  const names: string[] = []
  const removed = await staff.createPublished('articles', article())
  before = await feed.now()
  for (const [collection, data] of [
    ['articles', article()],
    ['topics', topic()],
    ['faqs', faq()],
  ] as const)
    names.push(`${collection}:${(await staff.createPublished(collection, data)).id}`)
  await staff.unpublish('articles', removed.id)
  names.push(`gone articles:${removed.id}`)
  await staff.post('/api/globals/search').send({ synonyms: [] }).expect(200)
  names.push('search:search')
  names.push(`articles:${(await staff.createPublished('articles', article())).id}`)
  return names
}

/** Gives articles the same revision, as two servers or an import could. @returns their names in the order of the feed */
async function publishWithOneRevision(count: number): Promise<{ revision: number; names: string[] }> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1)
    ids.push((await staff.createPublished('articles', article())).id)
  const revision = Date.now() * 1000
  for (const id of ids.toReversed())
    await cms.payload.db.updateOne({ collection: 'articles', id, data: { revision } })
  return { revision, names: ids.sort().map((id) => `articles:${id}`) }
}

describe('page by page', () => {
  test.each([1, 2, 3, 200])('of %i gives every change once and in order', async (limit) => {
    const names = await makeChanges()
    const pages = await walk(before, limit)
    const expected: string[][] = []
    for (let start = 0; start < names.length; start += limit)
      expected.push(inTwoLists(names.slice(start, start + limit)))
    expect(pages.map(namesOf)).toEqual(expected)
  })

  test('says that there is more only when there is', async () => {
    const names = await makeChanges()
    expect((await feed.since(before, names.length)).more).toBe(false)
    expect((await feed.since(before, names.length - 1)).more).toBe(true)
  })

  test('gives everything when no cursor is given, with one answer or with many', async () => {
    await makeChanges()
    const all = await walk(undefined, 200)
    const one = await walk(undefined, 1)
    const ofAll = new Set(all.flatMap(namesOf))
    expect(new Set(one.flatMap(namesOf))).toEqual(ofAll)
    expect([...ofAll].filter((name) => !name.startsWith('gone ')).sort()).toEqual(
      [...(await feed.index()).keys()].sort(),
    )
    expect(one.at(-1)?.cursor).toBe(all.at(-1)?.cursor)
  })

  test.each([1, 2, 3, 200])('of %i walks over equal revisions, each once', async (limit) => {
    const { names } = await publishWithOneRevision(7)
    expect((await walk(before, limit)).flatMap(namesOf)).toEqual(names)
  })

  test('goes on after a document in the middle of equal revisions', async () => {
    const { revision, names } = await publishWithOneRevision(6)
    const [, , id = ''] = names.map((name) => name.split(':')[1] ?? '')
    const pages = await walk(formatCursor({ revision, id }), 1)
    expect(pages.flatMap(namesOf)).toEqual(names.slice(3))
  })

  test('is not held up by drafts that nobody may see', async () => {
    for (let made = 0; made < 12; made += 1) await staff.create('articles', article())
    const { id } = await staff.createPublished('articles', article())
    expect((await walk(before, 1)).flatMap(namesOf)).toEqual([`articles:${id}`])
  })

  test('gives a document that is changed between two pages as it is by then, later again, and loses none', async () => {
    const ids: string[] = []
    for (let made = 0; made < 3; made += 1) ids.push((await staff.createPublished('articles', article())).id)
    const [first = '', second = '', third = ''] = ids
    const page = await feed.since(before, 1)
    await staff.publish('articles', second, { summary: 'Changed.' })
    expect([...namesOf(page), ...(await walk(page.cursor, 1)).flatMap(namesOf)]).toEqual(
      [first, third, second].map((id) => `articles:${id}`),
    )
  })
})

describe('the cursor', () => {
  test('stays where it is while nothing happens', async () => {
    expect(await feed.since(before)).toEqual({ cursor: before, more: false, documents: [], gone: [] })
  })

  test('gives the same answer each time that it is used', async () => {
    await makeChanges()
    expect(await feed.since(before)).toEqual(await feed.since(before))
  })

  test('of the index comes before whatever happens after it', async () => {
    await makeChanges()
    const index = await feed.getIndex().expect(200)
    const { cursor } = index.body as FeedIndex
    const last = namesOf(await feed.since(cursor))
    expect(last.length).toBeLessThanOrEqual(1)
    const { id } = await staff.createPublished('articles', article())
    expect(namesOf(await feed.since(cursor))).toEqual([...last, `articles:${id}`])
  })

  test('from a time to come gives nothing', async () => {
    const { revision } = parseCursor(before) ?? { revision: 0 }
    const cursor = formatCursor({ revision: revision + 60_000_000, id: '' })
    expect(await feed.since(cursor)).toEqual({ cursor, more: false, documents: [], gone: [] })
  })

  test('that is rewound brings the changes of that time again, and no older ones', async () => {
    const older = await staff.createPublished('articles', article())
    const cursor = await feed.now()
    const later = await staff.createPublished('articles', article())
    const now = await feed.now()
    expect(namesOf(await feed.since(now))).toEqual([])
    const { revision } = parseCursor(cursor) ?? { revision: 0 }
    const sinceThenMs = ((parseCursor(now)?.revision ?? 0) - revision) / 1000
    expect(namesOf(await feed.since(rewindCursor(now, sinceThenMs)))).toEqual([
      `articles:${older.id}`,
      `articles:${later.id}`,
    ])
    expect(namesOf(await feed.since(rewindCursor(now, sinceThenMs / 2)))).toEqual([`articles:${later.id}`])
  })
})

describe('two transactions at once', () => {
  test('the one that took its revision first and commits last is found by the overlap', async () => {
    const [slow, fast] = [
      await staff.createPublished('articles', article()),
      await staff.createPublished('articles', article()),
    ]
    before = await feed.now()

    const transaction = await createLocalReq({}, cms.payload)
    await initTransaction(transaction)
    const revision = Date.now() * 1000
    await staff.publish('articles', fast.id, { summary: 'Fast.' })
    const pulled = await feed.since(before)
    expect(namesOf(pulled)).toEqual([`articles:${fast.id}`])

    await cms.payload.db.updateOne({
      collection: 'articles',
      id: slow.id,
      data: { summary: 'Slow.', revision },
      req: transaction,
    })
    await commitTransaction(transaction)
    expect(namesOf(await feed.since(pulled.cursor))).toEqual([])
    const overlapping = await feed.since(rewindCursor(pulled.cursor, 60_000))
    expect(namesOf(overlapping)).toContain(`articles:${slow.id}`)
    const found = overlapping.documents.find(({ id }) => id === slow.id)
    expect(found?.fields).toMatchObject({ summary: 'Slow.' })
  })

  test('what is not committed is not seen, by no request of the feed', async () => {
    const { id } = await staff.createPublished('articles', article())
    before = await feed.now()
    const published = await feed.document('articles', id)
    const req = await createLocalReq({}, cms.payload)
    await initTransaction(req)
    const data = { summary: 'Not committed.', _status: 'published' as const }
    await cms.payload.update({ collection: 'articles', id, data, req })
    expect(namesOf(await feed.since(before))).toEqual([])
    expect(await feed.document('articles', id)).toEqual(published)
    expect((await feed.index()).get(`articles:${id}`)).toBe(published?.version)
    await commitTransaction(req)
    expect(namesOf(await feed.since(before))).toEqual([`articles:${id}`])
  })

  test('what is rolled back was never there', async () => {
    const { id } = await staff.createPublished('articles', article())
    before = await feed.now()
    const transactionID = (await cms.payload.db.beginTransaction()) ?? ''
    const req = await createLocalReq({ req: { transactionID } }, cms.payload)
    await cms.payload.delete({ collection: 'articles', id, req })
    await cms.payload.db.rollbackTransaction(transactionID)
    expect(namesOf(await feed.since(before))).toEqual([])
    expect([...(await feed.index()).keys()]).toContain(`articles:${id}`)
  })
})

describe('the index', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const ask = (signal: AbortSignal | null = null) =>
    fetch(cms.url + FEED_INDEX_PATH, { headers: cms.publisher, signal })

  /** Does something before each batch of articles is read. @returns how many were begun */
  const beforeEachBatch = (what: (batch: number) => Promise<void>) => {
    const begun = { batches: 0 }
    const find = cms.payload.db.find.bind(cms.payload.db)
    jest.spyOn(cms.payload.db, 'find').mockImplementation(async (args) => {
      if (args.collection === 'articles' && 'body' in (args.select ?? {})) await what((begun.batches += 1))
      return find(args)
    })
    return begun
  }

  test('comes while it is read, and is read no further for a caller who went away', async () => {
    await publishWithOneRevision(65)
    const caller = new AbortController()
    const gone = Promise.withResolvers<undefined>()
    const begun = beforeEachBatch(async (batch) => {
      if (batch === 2) await gone.promise
    })
    const reader = (await ask(caller.signal)).body?.getReader()
    let came = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      came += new TextDecoder().decode(part.value)
      if (came.includes('articles')) break
    }
    expect(came).toContain('articles')
    expect(came).not.toContain(']}')
    caller.abort()
    // The server is in this process, and so has noticed when this is over.
    await wait(500)
    gone.resolve(undefined)
    await wait(500)
    const readForNobody = begun.batches

    begun.batches = 0
    await (await ask()).text()
    expect(begun.batches).toBeGreaterThan(4)
    // The batch that was being read, and one that was begun before its pieces were to be sent.
    expect(readForNobody).toBeLessThan(4)
  })

  test('breaks off when the database fails in the middle, so that nobody takes a part for the whole', async () => {
    await publishWithOneRevision(25)
    beforeEachBatch((batch) =>
      batch === 2 ? Promise.reject(new Error('The disk is full.')) : Promise.resolve(),
    )
    const log = jest.spyOn(cms.payload.logger, 'error')
    const answer = await ask()
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
    expect(log).toHaveBeenCalledWith({
      err: new Error('The disk is full.'),
      msg: 'The list of all that is published broke off.',
    })
  })
})
