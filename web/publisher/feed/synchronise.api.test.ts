import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { formatCursor, parseCursor, parseKey, rewindCursor, START } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { startFakeFeed } from '../testing/fake-feed.ts'
import type { FakeFeed } from '../testing/fake-feed.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import type { NamedDocument } from './brought-documents.ts'
import { openContentStore } from './content-store.ts'
import type { ContentStore } from './content-store.ts'
import { createFeedClient } from './feed-client.ts'
import type { FeedClient } from './feed-client.ts'
import { CmsUnreachable, NotAFeed } from './feed-errors.ts'
import { createSynchroniser } from './synchronise.ts'
import type { Synchroniser } from './synchronise.ts'

let cms: FakeFeed
let store: ContentStore
let feed: FeedClient
let synchroniser: Synchroniser
/** What the synchroniser takes for the time, in milliseconds. */
let now: number

const open = async (folder: string) => {
  store = await openContentStore(folder, (notice) => {
    throw new Error(notice)
  })
  feed = createFeedClient({ cmsUrl: cms.url, apiKey: cms.key, retryDelaysMs: [] })
  now = 0
  synchroniser = createSynchroniser(feed, store, () => now)
}

let folder: string
beforeEach(async () => {
  cms = await startFakeFeed({ pageSize: 3 })
  folder = await temporaryFolder()
  await open(folder)
})
afterEach(async () => {
  await cms.stop()
})

const pull = () => synchroniser.catchUp({ compareAll: false })
/** As for a nudge that names what changed. */
const quickly = (...names: string[]) =>
  synchroniser.catchUp({
    compareAll: false,
    documents: names.map(parseKey).filter((key) => key !== undefined),
  })
/** As for a nudge that brings a document, as it was at its last change. */
const nudgeWith = (name: string): NamedDocument => {
  const [collection, id] = name.split(':')
  const fields = cms.published().get(name) ?? {}
  const document = { collection, id, version: versionOf(fields), fields } as PublicDocument
  return { ...document, brought: { revision: cms.revision(), document } }
}
const take = (...documents: NamedDocument[]) => synchroniser.catchUp({ compareAll: false, documents })
const compare = () => synchroniser.catchUp({ compareAll: true })
const titles = () =>
  Object.fromEntries(
    [...store.documents].map(([key, { fields }]) => [key, (fields as { title?: string }).title]).sort(),
  ) as Record<string, string>
const asked = (part: string) => cms.requests.filter((path) => path.includes(part)).length

describe('createSynchroniser', () => {
  test('pulls everything, page by page', async () => {
    for (let number = 1; number <= 8; number += 1) cms.publish(`articles:${number}`, { title: `${number}` })
    expect(await pull()).toMatchObject({ changed: 8, gone: 0 })
    expect(Object.keys(titles())).toHaveLength(8)
    expect(cms.requests).toHaveLength(3)
  })

  test('pulls only what changed since, with an overlap, and keeps its cursor when nothing did', async () => {
    cms.publish('articles:a', { title: 'A' })
    await pull()
    const { cursor } = store
    expect(await pull()).toMatchObject({ changed: 0, gone: 0 })
    expect(store.cursor).toBe(cursor)
    cms.publish('articles:a', { title: 'A again' })
    cms.publish('articles:b', { title: 'B' })
    expect(await pull()).toMatchObject({ changed: 2, gone: 0 })
    expect(titles()).toEqual({ 'articles:a': 'A again', 'articles:b': 'B' })
  })

  test('sees a change with an earlier revision that was committed later', async () => {
    cms.publish('articles:slow', { title: 'before' })
    const undo = cms.backup()
    cms.publish('articles:slow', { title: 'after' })
    const commitSlow = cms.backup()
    undo()
    cms.publish('articles:fast', { title: 'fast' })
    await pull()
    expect(titles()).toEqual({ 'articles:slow': 'before', 'articles:fast': 'fast' })
    commitSlow()
    await pull()
    expect(titles()['articles:slow']).toBe('after')
  })

  test('looks back a minute, less the time for which nothing has come', async () => {
    for (const name of ['a', 'b', 'c', 'd']) cms.publish(`articles:${name}`, { title: name })
    await pull()
    const revision = cms.revision()
    const lookedBackMs = async () => {
      cms.requests.length = 0
      await pull()
      const since = new URL(cms.requests[0] ?? '', cms.url).searchParams.get('since') ?? ''
      return (revision - (parseCursor(since) ?? START).revision) / 1000
    }
    now += 59_000
    expect(await lookedBackMs()).toBe(60_000)
    now += 30_000
    // Now it is known what was there at the pull before this one, and not more.
    expect(await lookedBackMs()).toBe(1_000)
    expect(await lookedBackMs()).toBe(0)
    // Only the last is read again.
    expect(cms.requests).toHaveLength(1)
    cms.publish('articles:e', { title: 'e' })
    await pull()
    expect(Object.keys(titles())).toHaveLength(5)
    cms.requests.length = 0
    await pull()
    expect(new URL(cms.requests[0] ?? '', cms.url).searchParams.get('since')).toBe(
      rewindCursor(formatCursor({ revision: cms.revision(), id: '' }), 60_000),
    )
  })

  test('finds what was numbered before its cursor and committed a minute later, whenever it pulls then', async () => {
    cms.publish('articles:a', { title: 'A' })
    await pull()
    const numbered = cms.revision() - 20_000_000
    now += 39_999
    await pull()
    cms.publish('articles:late', { title: 'late' }, numbered)
    now += 500_000
    await pull()
    expect(Object.keys(titles())).toEqual(['articles:a', 'articles:late'])
  })

  test('takes away what is gone, and asks for one comparison then', async () => {
    cms.publish('articles:a', { title: 'A' })
    cms.publish('articles:b', { title: 'B', related: ['a'] })
    await compare()
    cms.withdraw('articles:a')
    cms.changeSilently('articles:b', { title: 'B without A' })
    expect(await quickly('articles:a')).toEqual({ changed: 0, gone: 1, next: 'compare' })
    expect(titles()).toEqual({ 'articles:b': 'B' })
    expect(await compare()).toEqual({ changed: 1, gone: 0, next: 'nothing' })
    expect(titles()).toEqual({ 'articles:b': 'B without A' })
    expect(await pull()).toEqual({ changed: 0, gone: 0, next: 'nothing' })
  })

  test('compares with a list that was read before, and asks for what differs as it is now', async () => {
    cms.publish('articles:a', { title: 'A' })
    cms.publish('articles:b', { title: 'B' })
    await compare()
    cms.changeSilently('articles:b', { title: 'B silently' })
    const index = await feed.index()
    cms.publish('articles:a', { title: 'A again' })
    cms.publish('articles:c', { title: 'C' })
    await quickly('articles:a', 'articles:c')
    expect(await synchroniser.catchUp({ compareAll: true, index })).toMatchObject({ changed: 1, gone: 0 })
    expect(titles()).toEqual({ 'articles:a': 'A again', 'articles:b': 'B silently', 'articles:c': 'C' })
  })

  test('asks for named documents alone, once each, and for a pull to follow, which starts where it would have', async () => {
    for (const id of ['a', 'b', 'c']) cms.publish(`articles:${id}`, { title: id })
    await compare()
    const { cursor } = store
    cms.publish('articles:d', { title: 'D' })
    cms.publish('articles:e', { title: 'E' })
    cms.requests.splice(0)
    expect(await quickly('articles:e', 'articles:e')).toEqual({ changed: 1, gone: 0, next: 'overlap' })
    expect(cms.requests).toEqual(['/api/site-content?documents=articles%3Ae'])
    expect(store.cursor).toBe(cursor)
    expect(titles()).toMatchObject({ 'articles:e': 'E' })
    expect(await pull()).toEqual({ changed: 1, gone: 0, next: 'nothing' })
    expect(titles()).toMatchObject({ 'articles:d': 'D' })
  })

  test('pulls everything when it knows nothing yet, whatever is named', async () => {
    for (const id of ['a', 'b']) cms.publish(`articles:${id}`, { title: id })
    expect(await quickly('articles:b')).toEqual({ changed: 2, gone: 0, next: 'nothing' })
  })

  test('compares again when the same document is published and withdrawn a second time', async () => {
    cms.publish('articles:a', { title: 'A' })
    await pull()
    cms.withdraw('articles:a')
    await pull()
    cms.publish('articles:a', { title: 'A' })
    await pull()
    expect(titles()).toEqual({ 'articles:a': 'A' })
    cms.withdraw('articles:a')
    expect(await pull()).toMatchObject({ gone: 1, next: 'compare' })
    expect(titles()).toEqual({})
  })

  test('asks for a comparison after a document that came and went between two pulls, for others may refer to it', async () => {
    cms.publish('articles:b', { title: 'B' })
    await compare()
    cms.publish('articles:a', { title: 'A' })
    cms.withdraw('articles:a')
    cms.changeSilently('articles:b', { title: 'B changed' })
    expect(await pull()).toMatchObject({ next: 'compare' })
    await compare()
    expect(titles()).toEqual({ 'articles:b': 'B changed' })
  })

  test('comparing finds what no pull tells: changed, missed and lost', async () => {
    for (const id of ['a', 'b', 'c']) cms.publish(`articles:${id}`, { title: id })
    await pull()
    await store.apply({
      documents: [],
      gone: [{ collection: 'articles', id: 'a' }],
      cursor: '9999999999999999.z',
    })
    cms.changeSilently('articles:b', { title: 'b silently' })
    expect(await pull()).toMatchObject({ changed: 0, gone: 0 })
    expect(await compare()).toMatchObject({ changed: 2, gone: 0 })
    expect(titles()).toEqual({ 'articles:a': 'a', 'articles:b': 'b silently', 'articles:c': 'c' })
  })

  test('follows a database that was restored to an earlier state', async () => {
    cms.publish('articles:old', { title: 'old' })
    cms.publish('articles:edited', { title: 'before' })
    const restore = cms.backup()
    cms.publish('articles:edited', { title: 'after' })
    cms.publish('articles:new', { title: 'new' })
    await compare()
    restore()
    expect(await compare()).toMatchObject({ changed: 1, gone: 1 })
    expect(titles()).toEqual({ 'articles:old': 'old', 'articles:edited': 'before' })
    cms.publish('articles:next', { title: 'next' })
    await pull()
    expect(Object.keys(titles())).toContain('articles:next')
  })

  test('brings many documents in portions', async () => {
    for (let number = 0; number < 250; number += 1) cms.publish(`articles:${number}`, { title: `${number}` })
    await store.apply({ documents: [], gone: [], cursor: '9999999999999999.z' })
    expect(await compare()).toMatchObject({ changed: 250, gone: 0 })
    expect(asked('documents=')).toBe(3)
  })

  test('changes nothing when the CMS goes down in the middle of a pull', async () => {
    for (let number = 1; number <= 8; number += 1) cms.publish(`articles:${number}`, { title: `${number}` })
    cms.answerWith('hang up', 2)
    await expect(pull()).rejects.toThrow(CmsUnreachable)
    expect(titles()).toEqual({})
    cms.answerWith()
    await pull()
    expect(Object.keys(titles())).toHaveLength(8)
  })

  test('goes on after a restart where it stopped', async () => {
    cms.publish('articles:a', { title: 'A' })
    await pull()
    cms.publish('articles:b', { title: 'B' })
    cms.requests.splice(0)
    await open(folder)
    expect(await pull()).toMatchObject({ changed: 1, gone: 0 })
    expect(cms.requests[0]).toContain('since=')
  })

  test('refuses a feed that promises more for ever', async () => {
    cms.answerWith({ status: 200, body: '{"cursor":"5.a","more":true,"documents":[],"gone":[]}' })
    await expect(pull()).rejects.toThrow(NotAFeed)
    await expect(pull()).rejects.toThrow('does not move on')
  })

  test('asks again for a kept document that turned out to be damaged', async () => {
    cms.publish('articles:a', { title: 'A', body: 'long '.repeat(500) })
    await compare()
    const documents = join(folder, 'documents')
    for (const file of await readdir(documents)) await writeFile(join(documents, file), '')
    const body = () => (store.documents.get('articles:a')?.fields as { body?: unknown } | undefined)?.body
    expect(body).toThrow('“A” (articles a)')
    expect(await pull()).toMatchObject({ changed: 1, gone: 0 })
    expect(body()).toBe('long '.repeat(500))
  })
})

describe('a document that a nudge brings', () => {
  beforeEach(async () => {
    cms.publish('articles:a', { title: 'A' })
    await compare()
    cms.requests.splice(0)
  })
  const publish = (title: string) => {
    cms.publish('articles:a', { title })
    return nudgeWith('articles:a')
  }

  test('is taken without a question, and a pull is to follow, which starts where it would have', async () => {
    const { cursor } = store
    expect(await take(publish('A again'))).toEqual({ changed: 1, gone: 0, next: 'overlap' })
    expect(titles()).toEqual({ 'articles:a': 'A again' })
    expect(store.cursor).toBe(cursor)
    expect(cms.requests).toEqual([])
    expect(await pull()).toEqual({ changed: 0, gone: 0, next: 'nothing' })
  })

  test('is there after a restart', async () => {
    await take(publish('A again'))
    await open(folder)
    expect(titles()).toEqual({ 'articles:a': 'A again' })
  })

  test.each([
    ['a later one was brought', (later: NamedDocument) => take(later)],
    ['a later one was pulled', () => pull()],
    ['a later one was asked for', () => quickly('articles:a')],
    ['everything was compared', () => compare()],
  ])('does not take the place of what is newer: %s', async (_, learn) => {
    const earlier = publish('A once')
    await learn(publish('A twice'))
    await take(earlier)
    expect(titles()).toEqual({ 'articles:a': 'A twice' })
  })

  test('does not come back when it was withdrawn meanwhile', async () => {
    const earlier = publish('A once')
    cms.withdraw('articles:a')
    await quickly('articles:a')
    await take(earlier)
    expect(titles()).toEqual({})
    await pull()
    await take(earlier)
    expect(titles()).toEqual({})
  })

  test.each([
    [
      'withdrawn',
      () => {
        cms.withdraw('articles:a')
      },
      {},
    ],
    ['replaced', () => void publish('A twice'), { 'articles:a': 'A twice' }],
  ])('does not come back when it was %s and the list to compare with is older', async (_, change, shown) => {
    const index = await feed.index()
    const earlier = publish('A once')
    change()
    await pull()
    await synchroniser.catchUp({ compareAll: true, index })
    await take(earlier)
    expect(titles()).toEqual(shown)
  })

  test('does not come back when the comparison asked for it, and found it withdrawn', async () => {
    const index = await feed.index()
    let earlier: NamedDocument | undefined
    const feedInBetween: FeedClient = {
      ...feed,
      documents: (keys) => {
        earlier = publish('A once')
        cms.withdraw('articles:a')
        return feed.documents(keys)
      },
    }
    synchroniser = createSynchroniser(feedInBetween, store, () => now)
    const changed = {
      ...index,
      documents: index.documents.map((entry) => ({ ...entry, version: 'another' })),
    }
    await synchroniser.catchUp({ compareAll: true, index: changed })
    expect(titles()).toEqual({})
    if (!earlier) throw new Error('The comparison asked for nothing.')
    await take(earlier)
    expect(titles()).toEqual({})
  })

  test('does not appear when it came and went between the pull and the list to compare with', async () => {
    let earlier: NamedDocument[] = []
    const feedInBetween: FeedClient = {
      ...feed,
      index: () => {
        cms.publish('articles:b', { title: 'B' })
        earlier = [nudgeWith('articles:b')]
        cms.withdraw('articles:b')
        return feed.index()
      },
    }
    synchroniser = createSynchroniser(feedInBetween, store, () => now)
    await compare()
    await take(...earlier)
    expect(titles()).toEqual({ 'articles:a': 'A' })
  })

  test('is asked for when nothing was pulled since the start', async () => {
    const earlier = publish('A once')
    cms.withdraw('articles:a')
    synchroniser = createSynchroniser(feed, store, () => now)
    await take(earlier)
    expect(titles()).toEqual({})
  })

  test('does not come back when a later nudge about a withdrawal waits beside it', async () => {
    const earlier = publish('A once')
    cms.withdraw('articles:a')
    await take(earlier, { collection: 'articles', id: 'a' })
    expect(titles()).toEqual({})
  })

  test('counts as its newest one, of several that wait', async () => {
    const [first, second, third] = [publish('A once'), publish('A twice'), publish('A at last')]
    await take(first, third, second)
    expect(titles()).toEqual({ 'articles:a': 'A at last' })
    expect(cms.requests).toEqual([])
  })

  test('is used again after the next pull', async () => {
    publish('A once')
    await quickly('articles:a')
    await pull()
    cms.requests.splice(0)
    await take(publish('A twice'))
    expect(titles()).toEqual({ 'articles:a': 'A twice' })
    expect(cms.requests).toEqual([])
  })
})
