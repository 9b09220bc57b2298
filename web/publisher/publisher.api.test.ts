import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { siteDirectories } from './directories.ts'
import { openServedSite } from './store/served-site.ts'
import { objectFile } from './store/store-layout.ts'
import { startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fakeRenderer } from './testing/fake-renderer.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openTestPublisher } from './testing/test-publisher.ts'
import type { TestPublisher } from './testing/test-publisher.ts'

let cms: FakeFeed
let opened: TestPublisher
let folder: string

beforeEach(async () => {
  cms = await startFakeFeed()
  cms.publish('articles:a', { slug: 'a', title: 'A', card: 'Card A' })
  cms.publish('articles:b', { slug: 'b', title: 'B' })
  folder = await temporaryFolder()
  const renderer = await fakeRenderer(folder, {}, { withCards: true })
  opened = await openTestPublisher({ folder, cms, renderer })
  await opened.publisher.catchUp({ compareAll: true })
  await opened.publisher.publish()
})
afterEach(async () => {
  await cms.stop()
})

describe('settle', () => {
  const signal = new AbortController().signal
  const cards = () =>
    [...(opened.store.current?.files ?? [])].filter(([file]) => /^cards\/|^card\.png/.test(file))

  test('does the rest when cards cannot be drawn, says why, and draws them as soon as it can', async () => {
    const folder = await temporaryFolder()
    const renderer = await fakeRenderer(folder, {}, { withCards: true })
    let isFull = true
    opened = await openTestPublisher({
      folder,
      cms,
      renderer,
      draw: ({ svg }) =>
        isFull ? Promise.reject(new Error('No space is left.')) : Promise.resolve(Buffer.from(svg)),
    })
    await opened.publisher.catchUp({ compareAll: true })
    await opened.publisher.publish()
    const settled = jest.spyOn(opened.store, 'settle')
    await opened.publisher.settle(signal, 'tree')
    expect(settled.mock.calls.map(([, upTo]) => upTo)).toEqual(['mended tree', 'tree'])
    expect(opened.publisher.cardProblem).toBe(
      'Pictures for shared links cannot be drawn, so the site’s own one stands in for them: No space is left.',
    )
    expect(new Set(cards().map(([, { hash }]) => hash)).size).toBe(1)
    isFull = false
    await opened.publisher.settle(AbortSignal.abort(), 'tree')
    expect(opened.publisher.cardProblem).toContain('No space')
    await opened.publisher.settle(signal, 'tree')
    expect(opened.publisher.cardProblem).toBeUndefined()
    expect(new Set(cards().map(([, { hash }]) => hash)).size).toBe(2)
  })
})

describe('a store of which somebody has taken something while it is open', () => {
  const directories = () => siteDirectories({ SITE_DIR: join(folder, 'site') })
  /** Files of the release that visitors do not get. */
  const missing = (): string[] => {
    const release = openServedSite(directories(), () => undefined).release()
    return [...(opened.store.current?.files ?? [])].flatMap(([path, { hash }]) =>
      release?.find(path)?.file.hash === hash && existsSync(objectFile(opened.store.objectsDirectory, hash))
        ? []
        : [path],
    )
  }
  const take = (part: string) => rm(join(directories().store, part), { recursive: true })
  const parts = ['', 'objects', 'trees', 'releases', 'current']

  test.each(parts)('is whole again when every page is rendered anew (%j)', async (part) => {
    await take(part)
    expect(missing().length).toBeGreaterThan(0)
    await opened.publisher.publish({ everything: true })
    expect(missing()).toEqual([])
  })

  test.each(['', 'objects'])('is whole again with the next change (%j)', async (part) => {
    await take(part)
    cms.publish('articles:a', { slug: 'a', title: 'A changed', card: 'Another' })
    await opened.publisher.catchUp({ compareAll: false })
    await opened.publisher.publish()
    expect(missing()).toEqual([])
  })
})

const clean = async () => {
  const files: [string, string][] = []
  for await (const { path, hash } of opened.publisher.cleanFiles()) files.push([path, hash])
  return files.sort(([a], [b]) => (a < b ? -1 : 1))
}
const shown = () =>
  [...(opened.store.current?.files ?? [])]
    .map(([file, { hash }]): [string, string] => [`/${file}`.replace(/\/index\.html$/, '/'), hash])
    .sort(([a], [b]) => (a < b ? -1 : 1))

describe('cleanFiles', () => {
  test('gives what the site shows, also when its cards were drawn', async () => {
    expect(await clean()).toEqual(shown())
    const before = shown()
    await opened.publisher.settle(new AbortController().signal, 'tree')
    expect(shown()).not.toEqual(before)
    expect(await clean()).toEqual(shown())
  })

  test('tells when the site shows something else', async () => {
    const { current } = opened.store
    if (!current) throw new Error('Nothing was published.')
    const other = current.files.get('404.html')
    if (!other) throw new Error('There is no page for addresses that do not exist.')
    const files = new Map([...current.files, ['index.html', other] as const])
    await opened.store.commit({ ...current, files }, new Map())
    expect(await clean()).not.toEqual(shown())
  })
})
