import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { siteDirectories } from '../directories.ts'
import type { SiteDirectories } from '../directories.ts'
import { asWritten, emptyRelease, madeRelease } from '../testing/made-release.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { KEPT_RELEASES, RELEASES_AT_A_TIME } from './collect-garbage.ts'
import { openReleaseStore } from './open-release-store.ts'
import type { ReleaseStore } from './release-store.ts'
import type { NewRelease, RetainedFile, SiteFile } from './release.ts'
import { withChanges } from '../../content/sharded-map.ts'
import { objectFile, storeLayout } from './store-layout.ts'

let directories: SiteDirectories
let said: string[]

beforeEach(async () => {
  directories = siteDirectories({ SITE_DIR: join(await temporaryFolder(), 'site') })
  said = []
})

const open = async () => openReleaseStore(directories, (sentence) => said.push(sentence), { quietMs: 0 })

/** Publishes files besides those that there are; null takes one away. */
const put = async (store: ReleaseStore, content: Record<string, string | null>) => {
  const texts = Object.entries(content).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  )
  const gone = Object.keys(content).filter((path) => content[path] === null)
  const made = madeRelease(
    store.objectsDirectory,
    store.newest + 1,
    Object.fromEntries(texts),
    store.current ?? emptyRelease,
  )
  const files = withChanges(made.files, new Map(gone.map((path) => [path, undefined])))
  const notes = new Map(
    texts.filter(([path]) => path.endsWith('.html')).map(([path]) => [path, { of: path }]),
  )
  return store.commit({ ...made, files }, notes)
}

const fileOf = (store: ReleaseStore, path: string): SiteFile => {
  const file = store.current?.files.get(path)
  if (!file) throw new Error(`There is no ${path}.`)
  return file
}

const fullOf = ({ current }: ReleaseStore): NewRelease => current ?? emptyRelease

const treeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  )

/** What was put and removed in the tree, in its order. */
const doneTo = async ({ tree }: SiteDirectories, since: number) => {
  const lines = (await readFile(tree, 'utf8')).trim().split('\n').slice(since)
  return lines.flatMap((line) => {
    const [path, hash] = JSON.parse(line) as [string, (string | null)?]
    return hash === null ? [] : [hash === undefined ? `- ${path}` : `+ ${path}`]
  })
}
const without = (files: Record<string, string>, path: string) =>
  Object.fromEntries(Object.entries(files).filter(([other]) => other !== path))

const linesOf = async ({ tree }: SiteDirectories) => (await readFile(tree, 'utf8')).trim().split('\n').length

const site = {
  'index.html': 'home',
  'a/index.html': 'a',
  'b/c/index.html': 'c',
  'sitemap.xml': '<a/>',
  '_astro/a.1.css': 'a {}',
  _headers: '/*',
  _redirects: '',
}

describe('the plain tree', () => {
  test('is the current release', async () => {
    const store = await open()
    await store.settle()
    await put(store, site)
    await store.settle(undefined, 'tree')
    expect(treeOf(directories.site)).toEqual(site)
    await put(store, { 'a/index.html': 'changed', 'b/c/index.html': null })
    await store.settle(undefined, 'tree')
    expect(treeOf(directories.site)).toEqual({
      ...without(site, 'b/c/index.html'),
      'a/index.html': 'changed',
    })
    expect(existsSync(join(directories.site, 'b'))).toBe(false)
    await store.show(1)
    await store.settle(undefined, 'tree')
    expect(treeOf(directories.site)).toEqual(site)
    expect(existsSync(directories.staging)).toBe(false)
  })

  test('gets what pages need, new pages, changed ones and lists, rules, and loses files last', async () => {
    const store = await open()
    await put(store, site)
    await store.settle(undefined, 'tree')
    const lines = await linesOf(directories)
    await put(store, {
      _headers: '/* new',
      '404.html': 'new',
      'a/index.html': 'changed',
      'b/c/index.html': null,
      '_astro/a.1.css': null,
      '_astro/a.2.css': 'new',
      'z/index.html': 'new',
    })
    await store.settle(undefined, 'tree')
    const done = await doneTo(directories, lines)
    expect(done.slice(0, 1)).toEqual(['+ _astro/a.2.css'])
    expect(done.slice(1, 3).sort()).toEqual(['+ 404.html', '+ z/index.html'])
    expect(done.slice(3, 5)).toEqual(['+ a/index.html', '+ _headers'])
    expect(done.slice(5).sort()).toEqual(['- _astro/a.1.css', '- b/c/index.html'])
  })

  test('keeps assets that pages which visitors have open may need', async () => {
    const store = await open()
    await put(store, site)
    const left: RetainedFile = {
      ...fileOf(store, '_astro/a.1.css'),
      leftIn: 2,
      leftAt: '2026-11-25T10:00:00.000Z',
    }
    const files = withChanges(fullOf(store).files, new Map([['_astro/a.1.css', undefined]]))
    await store.commit({ ...fullOf(store), files, retained: new Map([['_astro/a.1.css', left]]) }, new Map())
    await store.settle(undefined, 'tree')
    expect(treeOf(directories.site)).toEqual(site)
    await store.amend({ ...fullOf(store), retained: new Map() }, new Map())
    await store.settle(undefined, 'tree')
    expect(treeOf(directories.site)).not.toHaveProperty('_astro/a.1.css')
  })

  test('leaves the files of others alone, also beside its own', async () => {
    const foreign = join(directories.site, 'b', 'c', 'CNAME')
    await mkdir(dirname(foreign), { recursive: true })
    await writeFile(foreign, 'clinic.example')
    const store = await open()
    await put(store, site)
    await store.settle(undefined, 'tree')
    await put(store, { 'b/c/index.html': null })
    await store.settle(undefined, 'tree')
    expect(readFileSync(foreign, 'utf8')).toBe('clinic.example')
    expect(existsSync(join(directories.site, 'b/c/index.html'))).toBe(false)
  })

  test('gets back what somebody removed or changed in size', async () => {
    const store = await open()
    await put(store, site)
    await store.settle(undefined, 'mended tree')
    rmSync(join(directories.site, 'a'), { recursive: true })
    writeFileSync(join(directories.site, 'index.html'), 'somebody was here')
    await store.settle(undefined, 'mended tree')
    expect(treeOf(directories.site)).toEqual(site)
    rmSync(directories.site, { recursive: true })
    const again = await open()
    await again.settle(undefined, 'mended tree')
    expect(treeOf(directories.site)).toEqual(site)
  })

  test('stops when it is told to, and goes on with what is current then, also after a kill', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`${index}/index.html`, 'first']),
    )
    const store = await open()
    await put(store, many)
    const stop = new AbortController()
    await mkdir(directories.site)
    const watcher = watch(directories.site, () => {
      stop.abort()
    })
    await store.settle(stop.signal)
    watcher.close()
    const there = Object.keys(treeOf(directories.site)).length
    expect(there).toBeGreaterThan(0)
    expect(there).toBeLessThan(60)

    // A kill between the journal's line and the rename, and in the middle of a line.
    const lines = (await readFile(directories.tree, 'utf8')).trim().split('\n')
    writeFileSync(directories.tree, `${lines.slice(0, -1).join('\n')}\n["half`)
    await mkdir(directories.staging, { recursive: true })
    await writeFile(join(directories.staging, 'next'), 'half')
    const again = await open()
    await put(again, { '1/index.html': null, '2/index.html': 'second' })
    await again.settle(undefined, 'tree')
    expect(treeOf(directories.site)).toEqual({ ...without(many, '1/index.html'), '2/index.html': 'second' })
  })

  test('says what it cannot bring, and brings the rest', async () => {
    const store = await open()
    await put(store, site)
    rmSync(objectFile(store.objectsDirectory, fileOf(store, 'a/index.html').hash))
    await store.settle(undefined, 'tree')
    expect(said[0]).toContain('“a/index.html” is not brought to')
    expect(Object.keys(treeOf(directories.site))).toHaveLength(Object.keys(site).length - 1)
  })
})

describe('compression at the best level', () => {
  const words = 'people who sleep badly often worry about sleep and that keeps them awake for longer'.split(
    ' ',
  )
  const text = Array.from({ length: 3000 }, (_, index) => words[(index * index) % 13] ?? '').join(' ')

  test('takes the place of the quick one, once', async () => {
    const store = await open()
    await put(store, { 'index.html': text, 'a.webp': text })
    const file = objectFile(store.objectsDirectory, fileOf(store, 'index.html').hash)
    const quick = [statSync(`${file}.br`).size, statSync(`${file}.gz`).size]
    await store.settle()
    const [br, gz] = [readFileSync(`${file}.br`), readFileSync(`${file}.gz`)]
    expect(br.length).toBeLessThan(quick[0] ?? 0)
    expect(gz.length).toBeLessThan(quick[1] ?? 0)
    expect([brotliDecompressSync(br).toString(), gunzipSync(gz).toString()]).toEqual([text, text])

    const { ino } = statSync(`${file}.br`)
    await store.settle()
    await (await open()).settle()
    expect(statSync(`${file}.br`).ino).toBe(ino)
  })

  test('gives way', async () => {
    const store = await open()
    await put(store, { 'index.html': text })
    const stop = new AbortController()
    stop.abort()
    await store.settle(stop.signal)
    expect(existsSync(storeLayout(directories.store).compressed)).toBe(false)
  })
})

describe('what is not needed any more', () => {
  const releases = KEPT_RELEASES + RELEASES_AT_A_TIME

  /** Makes all files old enough to be no part of a release in the making. */
  const age = (store: ReleaseStore) => {
    for (const folder of [store.objectsDirectory, storeLayout(directories.store).shards])
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 0, 0)
  }
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

  const publishMany = async (store: ReleaseStore) => {
    await put(store, { 'stays.html': 'stays' })
    while (store.newest < releases) await put(store, { 'index.html': `release ${store.newest + 1}` })
  }

  test('goes, and every kept release can be brought back', async () => {
    const store = await open()
    await publishMany(store)
    age(store)
    await store.setHold({ release: 3, since: '2026-11-25T10:00:00.000Z' })
    await store.show(2)
    await store.settle()

    const kept = (await store.list()).map(({ number }) => number)
    expect(kept).toHaveLength(KEPT_RELEASES + 2)
    expect(kept.slice(-3)).toEqual([store.newest - KEPT_RELEASES + 1, 3, 2])
    const again = await open()
    expect((await again.list()).map(({ number }) => number)).toEqual(kept)
    for (const number of kept) {
      const release = await again.show(number)
      expect((await again.bytes(fileOf(again, 'index.html'))).toString()).toBe(`release ${number}`)
      const stays = release.files.get('stays.html')
      expect((await again.notes([stays?.notes ?? 0], asWritten)).get(1)).toEqual({
        'stays.html': { of: 'stays.html' },
      })
    }
    await expect(again.read(5)).rejects.toThrow('There is no release 5')
    // A page for each release, and the one that they share; a part of a list for each state of it.
    expect(filesIn(again.objectsDirectory)).toBe(kept.length + 1)
    expect(filesIn(storeLayout(directories.store).shards)).toBe(kept.length + 1)
    expect(said).toEqual([expect.stringContaining('was to be held at release 3, but shows another one')])
  })

  test('goes after a kill too, but for bytes of a release in the making', async () => {
    const store = await open()
    await put(store, { 'index.html': 'shown' })
    const old = madeRelease(store.objectsDirectory, 2, { 'a.html': 'of a publish that was killed' })
    age(store)
    const making = madeRelease(store.objectsDirectory, 2, { 'b.html': 'of a publish that goes on' })
    const again = await open()
    await again.settle()
    const isThere = (files: ReadonlyMap<string, SiteFile>) =>
      [...files.values()].every(({ hash }) => existsSync(objectFile(again.objectsDirectory, hash)))
    expect([isThere(old.files), isThere(making.files), isThere(again.current?.files ?? new Map())]).toEqual([
      false,
      true,
      true,
    ])
    await again.commit(making, new Map())
    expect((await again.bytes(fileOf(again, 'b.html'))).toString()).toBe('of a publish that goes on')
  })

  test('waits when a publish comes in between', async () => {
    const store = await open()
    await publishMany(store)
    age(store)
    const settled = store.settle()
    for (let turn = 0; turn < 10; turn += 1) {
      await put(store, { 'index.html': `release ${store.newest + 1}` })
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await settled
    for (const { number } of await store.list()) {
      const release = await store.read(number)
      for (const file of release.files.values()) expect((await store.bytes(file)).length).toBe(file.size)
    }
  })
})
