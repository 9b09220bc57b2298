import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { siteDirectories } from '../directories.ts'
import type { SiteDirectories } from '../directories.ts'
import { asWritten, emptyRelease, madeRelease, pagesOf } from '../testing/made-release.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openReleaseStore } from './open-release-store.ts'
import type { StoreOptions } from './open-release-store.ts'
import type { ReleaseStore } from './release-store.ts'
import type { NewRelease } from './release.ts'
import { NoSuchRelease, StoreDamaged } from './store-errors.ts'
import { objectFile, rootFile, storeLayout } from './store-layout.ts'
import { wholeWriter } from './write-whole.ts'

let directories: SiteDirectories
let said: string[]

beforeEach(async () => {
  directories = siteDirectories({ SITE_DIR: join(await temporaryFolder(), 'site') })
  said = []
})

const open = async (options?: StoreOptions) =>
  openReleaseStore(directories, (sentence) => said.push(sentence), options)

const made = (store: ReleaseStore, content: Record<string, string>, before?: NewRelease) =>
  madeRelease(store.objectsDirectory, store.newest + 1, content, before)

/** Makes releases 1, 2, … of one page that says its number. */
const commitMany = async (store: ReleaseStore, releases: number) => {
  for (let turn = 0; turn < releases; turn += 1) {
    const text = `release ${store.newest + 1}`
    const notes = new Map([['a/index.html', { reads: text }]])
    await store.commit(made(store, { 'a/index.html': text }, store.current), notes)
  }
}

const shownText = async (store: ReleaseStore) => {
  const file = store.current?.files.get('a/index.html')
  return file && (await store.bytes(file)).toString()
}

/** With lists that can be compared. */
const plain = (release: NewRelease | undefined) =>
  release && {
    ...release,
    files: new Map(release.files),
    retained: new Map(release.retained),
    documents: new Map(release.documents),
  }

/** Every file of the store but the objects, with its size. */
const filesOf = (directory: string) =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('/objects/'))
      .map((file) => [file, file.endsWith('/current') ? 0 : statSync(file).size]),
  )

describe('openReleaseStore', () => {
  test('is empty at first', async () => {
    const store = await open()
    expect(store.current).toBeUndefined()
    expect(store.newest).toBe(0)
    expect(store.hold).toBeUndefined()
    expect(await store.list()).toEqual([])
    await expect(store.read(1)).rejects.toThrow('There is no release 1. Nothing was published yet.')
  })

  test('gives back after a restart what was committed', async () => {
    const store = await open()
    const release: NewRelease = {
      ...made(store, { 'index.html': 'Home', 'style.css': 'body {}' }),
      changed: 1,
      retained: new Map([
        [
          '_astro/old.css',
          { ...made(store, { x: 'old' }).files.get('x'), leftIn: 1, leftAt: '2026-11-25T00:00:00.000Z' },
        ],
      ] as never),
      documents: new Map([['articles:1', 'version-1']]),
      pins: [{ key: 'articles:2', version: 'v', title: 'T', field: 'content', reason: 'It has no end.' }],
      warnings: ['Mind the gap.'],
    }
    const committed = await store.commit(release, new Map([['index.html', { reads: [1, 2] }]]))
    expect(plain(committed)).toEqual({ ...release, number: 1, liveSince: expect.any(String) })

    const again = await open()
    expect(plain(again.current)).toEqual(plain(committed))
    expect(again.newest).toBe(1)
    expect(await again.notes([1, 7], asWritten)).toEqual(new Map([[1, { 'index.html': { reads: [1, 2] } }]]))
    expect(await again.list()).toEqual([
      { number: 1, liveSince: committed.liveSince, cause: 'publish', pages: 1, changed: 1 },
    ])
    expect(said).toEqual([])
  })

  test('does not mind that the caller goes on changing its maps', async () => {
    const store = await open()
    const release = made(store, { 'a/index.html': 'one' })
    await store.commit(release, new Map())
    const files = new Map(release.files)
    const second = { ...release, files }
    await store.commit(second, new Map())
    for (const path of files.keys()) files.delete(path)
    for (const [path, file] of made(store, { 'b/index.html': 'two' }).files) files.set(path, file)
    await store.commit(second, new Map())
    const again = await open()
    expect([...(again.current?.files.keys() ?? [])]).toEqual(['b/index.html'])
    expect([...(await again.read(2)).files.keys()]).toEqual(['a/index.html'])
  })

  test('costs what changed: a page among 2,000 writes some small files', async () => {
    const store = await open()
    await store.commit(made(store, pagesOf(1, 2000)), new Map())
    const before = filesOf(directories.store)
    const path = 'articles/how-to-7/index.html'
    await store.commit(made(store, { [path]: 'changed' }, store.current), new Map([[path, { reads: 1 }]]))

    const written = [...filesOf(directories.store)].filter(([file]) => !before.has(file))
    // A part of the list of files, the notes and the release; the pointer is there already.
    expect(written.map(([file]) => file.slice(directories.store.length + 1).split('/')[0]).sort()).toEqual([
      'notes',
      'releases',
      'trees',
    ])
    expect(written.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(15_000)
  })

  test('refuses a release of which bytes are missing, and shows the old one', async () => {
    const store = await open()
    await commitMany(store, 1)
    const file = { hash: 'ab'.repeat(32), size: 3 }
    const release = { ...emptyRelease, files: new Map([['b/index.html', file]]) }
    await expect(store.commit(release, new Map())).rejects.toThrow(StoreDamaged)
    expect(store.newest).toBe(1)
    expect((await open()).current?.number).toBe(1)
  })
})

describe('putParts', () => {
  /** Opens a store, and notes what it writes: parts of lists, and the rest. */
  const openNoting = async () => {
    const { shards, unfinished } = storeLayout(directories.store)
    const written = { parts: 0, rest: 0 }
    const write = wholeWriter(unfinished)
    const store = await open({
      write: (file, data) => {
        written[file.startsWith(shards) ? 'parts' : 'rest'] += 1
        write(file, data)
      },
    })
    return { store, written }
  }

  test('writes the lists of a release to come, so that its commit writes only what says so', async () => {
    const { store, written } = await openNoting()
    await commitMany(store, 1)
    const before = { ...written }
    const release = made(store, { 'b/index.html': 'two' }, store.current)
    store.putParts(release)
    const { parts } = written
    expect(parts).toBeGreaterThan(before.parts)
    expect(written.rest).toBe(before.rest)
    expect((await open()).current?.number).toBe(1)

    await store.commit(release, new Map([['b/index.html', {}]]))
    expect(written.parts).toBe(parts)
    expect(plain((await open()).current)).toEqual(plain(store.current))
  })

  test('is no promise: a commit writes what was lost since', async () => {
    const { store } = await openNoting()
    const release = made(store, { 'b/index.html': 'two' })
    store.putParts(release)
    rmSync(storeLayout(directories.store).shards, { recursive: true })
    await store.commit(release, new Map())
    expect(plain((await open()).current)).toEqual(plain(store.current))
  })
})

describe('amend', () => {
  test('keeps number, time and what the list says, and adds to the notes', async () => {
    const store = await open()
    await commitMany(store, 2)
    const before = await store.read(2)
    const documents = new Map([['articles:1', 'version-2']])
    const notes = new Map([['b/index.html', { reads: 'new' }]])
    const amended = await store.amend({ ...before, changed: 0, documents, today: '2026-11-26' }, notes)
    expect(plain(amended)).toEqual(plain({ ...before, documents, today: '2026-11-26' }))
    const again = await open()
    expect(plain(again.current)).toEqual(plain(amended))
    expect(again.newest).toBe(2)
    expect(await again.notes([2], asWritten)).toEqual(
      new Map([[2, { 'a/index.html': { reads: 'release 2' }, 'b/index.html': { reads: 'new' } }]]),
    )
    expect(await again.list()).toHaveLength(2)
  })

  test('refuses other files, which would need a release of their own', async () => {
    const store = await open()
    await commitMany(store, 1)
    await expect(
      store.amend(made(store, { 'a/index.html': 'other' }, store.current), new Map()),
    ).rejects.toThrow('“a/index.html” is another file')
  })
})

describe('show', () => {
  test('brings an older release back, and the next one still gets a new number', async () => {
    const store = await open()
    await commitMany(store, 3)
    expect((await store.show(1)).number).toBe(1)
    expect(await shownText(store)).toBe('release 1')
    const again = await open()
    expect([again.current?.number, again.newest]).toEqual([1, 3])
    expect((await again.list()).map(({ number }) => number)).toEqual([3, 2, 1])
    await commitMany(again, 1)
    expect([again.current?.number, await shownText(again)]).toEqual([4, 'release 4'])
  })

  test('says which releases there are when it is asked for another one', async () => {
    const store = await open()
    await commitMany(store, 3)
    await expect(store.show(9)).rejects.toThrow(NoSuchRelease)
    await expect(store.show(9)).rejects.toThrow('There is no release 9. Kept are 1 to 3')
    expect(store.current?.number).toBe(3)
  })
})

describe('setHold', () => {
  test('survives a restart, until it ends', async () => {
    const hold = { release: 2, since: '2026-11-25T10:00:00.000Z' }
    await (await open()).setHold(hold)
    const held = await open()
    expect(held.hold).toEqual(hold)
    await held.setHold(undefined)
    expect((await open()).hold).toBeUndefined()
  })

  test('holds the site where it is when that is another release than it was to be held at', async () => {
    const store = await open()
    for (const text of ['one', 'two', 'three'])
      await store.commit(made(store, { 'index.html': text }), new Map())
    // The publisher was killed before it showed the release that it had taken down.
    await store.setHold({ release: 1, since: '2026-11-25T10:00:00.000Z' })
    expect((await open()).hold).toEqual({ release: 3, since: '2026-11-25T10:00:00.000Z' })
    expect(said).toEqual([expect.stringContaining('was to be held at release 1, but shows another one.')])
  })

  test('holds the site where it is when the file is damaged', async () => {
    const store = await open()
    await commitMany(store, 2)
    writeFileSync(storeLayout(directories.store).hold, '{')
    expect((await open()).hold).toMatchObject({ release: 2 })
    expect(said).toEqual([expect.stringContaining('held at release 2')])
  })
})

describe('bytes', () => {
  test('says when they are lost or damaged', async () => {
    const store = await open()
    await commitMany(store, 1)
    const { hash } = store.current?.files.get('a/index.html') ?? { hash: '' }
    writeFileSync(objectFile(store.objectsDirectory, hash), 'release X')
    await expect(store.bytes({ hash })).rejects.toThrow('is damaged')
    rmSync(objectFile(store.objectsDirectory, hash))
    await expect(store.bytes({ hash })).rejects.toThrow('has lost')
  })
})

describe('after a kill', () => {
  /** Stops everything after so many steps, as a kill does. */
  const stoppedAfter = (steps: number): StoreOptions => {
    const { unfinished } = storeLayout(directories.store)
    const write = wholeWriter(unfinished)
    let done = 0
    const step = (file: string) => {
      done += 1
      if (done <= steps) return
      // What a kill leaves of the file at hand.
      writeFileSync(join(unfinished, 'left'), 'half')
      throw new Error(`killed at ${file}`)
    }
    return {
      write(file, data) {
        step(file)
        write(file, data)
      },
      point() {
        step('pointer')
      },
    }
  }

  test.each([0, 1, 2, 3, 4, 5])(
    'in a commit after %d steps, the old release is there whole',
    async (steps) => {
      await commitMany(await open(), 2)
      const killed = await open(stoppedAfter(steps))
      const documents = new Map([['articles:1', 'v']])
      const release = {
        ...made(killed, { 'a/index.html': 'never', 'b/index.html': 'never' }, killed.current),
        documents,
      }
      await expect(killed.commit(release, new Map([['a/index.html', 1]]))).rejects.toThrow('killed')

      const store = await open()
      expect([store.current?.number, store.newest, await shownText(store)]).toEqual([2, 2, 'release 2'])
      expect(readdirSync(storeLayout(directories.store).unfinished)).toEqual([])
      expect(await store.notes([3], asWritten)).toEqual(new Map())
      await commitMany(store, 1)
      expect([store.current?.number, await shownText(store)]).toEqual([3, 'release 3'])
      expect(await store.list()).toHaveLength(3)
      expect(said).toEqual([])
    },
  )

  test.each([0, 1, 2])('in an amendment after %d steps, the release is as it was', async (steps) => {
    const first = await open()
    await commitMany(first, 2)
    const before = first.current
    const killed = await open(stoppedAfter(steps))
    const documents = new Map([['articles:1', 'v']])
    await expect(
      killed.amend({ ...made(killed, {}, killed.current), documents }, new Map([['a/index.html', 'new']])),
    ).rejects.toThrow('killed')

    const store = await open()
    expect(plain(store.current)).toEqual(plain(before))
    expect(await store.notes([2], asWritten)).toEqual(
      new Map([[2, { 'a/index.html': { reads: 'release 2' } }]]),
    )
  })
})

describe('notes', () => {
  const notesOf = (pages: number) =>
    new Map(Array.from({ length: pages }, (_, page) => [`${page}/index.html`, { reads: `text,\n${page}}` }]))

  test('are given one after the other, and only what is taken is kept', async () => {
    const store = await open()
    await store.commit(made(store, { 'a/index.html': 'a' }, store.current), notesOf(3))
    const seen: unknown[] = []
    const taken = await store.notes([1], (note, path) => {
      seen.push(note)
      return path.startsWith('1') ? path : undefined
    })
    expect(seen).toEqual([...notesOf(3).values()])
    expect(taken).toEqual(new Map([[1, { '1/index.html': '1/index.html' }]]))
  })

  test('that an amendment brings take the place of older ones, also when nothing of them is kept', async () => {
    const store = await open()
    await commitMany(store, 1)
    const amended = { ...made(store, {}, store.current), documents: new Map([['articles:1', 'v']]) }
    await store.amend(amended, new Map([['a/index.html', 'of another version of the publisher']]))
    const taken = await store.notes([1], (note) => (typeof note === 'string' ? undefined : note))
    expect(taken.get(1)?.['a/index.html']).toBeUndefined()
  })

  test.each([
    ['in the middle of a line', 5],
    ['between two lines', -1],
  ])('that end %s are damaged, and said to be', async (_, end) => {
    const store = await open()
    await store.commit(made(store, { 'a/index.html': 'a' }, store.current), notesOf(3))
    const [file = ''] = [...filesOf(directories.store).keys()].filter((name) => name.includes('/notes/'))
    const lines = readFileSync(file, 'utf8').split('\n')
    const firstTwo = lines.slice(0, 2).join('\n').length
    truncateSync(file, end < 0 ? firstTwo : firstTwo + end)
    expect(await store.notes([1], asWritten)).toEqual(new Map())
    expect(said).toEqual([
      expect.stringContaining('is damaged. The pages that it tells of are rendered again.'),
    ])
  })
})

describe('when something is damaged', () => {
  test('shows the newest whole release instead of a current one that is not', async () => {
    await commitMany(await open(), 3)
    truncateSync(rootFile(storeLayout(directories.store), 3), 20)
    const store = await open()
    expect([store.current?.number, store.newest, await shownText(store)]).toEqual([2, 3, 'release 2'])
    expect(said).toEqual([
      expect.stringContaining('Release 3 cannot be used'),
      'The site shows release 2 instead, the newest that is whole.',
      expect.stringContaining('Release 3 cannot be used'),
    ])
    await commitMany(store, 1)
    expect(store.current?.number).toBe(4)
  })

  test('finds the newest release when the pointer is lost', async () => {
    await commitMany(await open(), 2)
    rmSync(storeLayout(directories.store).pointer)
    expect((await open()).current?.number).toBe(2)
    expect(said).toContainEqual(expect.stringContaining('is not known'))
    said = []
    expect((await open()).current?.number).toBe(2)
    expect(said).toEqual([])
  })

  test('notices a damaged part of a list', async () => {
    const store = await open()
    await commitMany(store, 2)
    const before = new Set(filesOf(directories.store).keys())
    await commitMany(store, 1)
    const [part] = [...filesOf(directories.store).keys()].filter(
      (file) => !before.has(file) && file.includes('/trees/'),
    )
    truncateSync(part ?? '', 5)
    expect((await open()).current?.number).toBe(2)
    expect(said[0]).toContain('A part of a release cannot be used')
  })

  test('leaves out files whose bytes are lost, so that they are made again', async () => {
    const store = await open()
    await store.commit(made(store, { 'a/index.html': 'a', 'b/index.html': 'b' }), new Map())
    const file = objectFile(store.objectsDirectory, store.current?.files.get('b/index.html')?.hash ?? '')
    truncateSync(file, 0)
    const again = await open()
    expect([...(again.current?.files.keys() ?? [])]).toEqual(['a/index.html'])
    expect(said).toEqual([
      expect.stringContaining('The store has lost 1 file of the site, such as “b/index.html”'),
    ])

    await again.commit(made(again, { 'b/index.html': 'b' }, again.current), new Map())
    expect(existsSync(file)).toBe(true)
    expect((await open()).current?.files.size).toBe(2)
  })
})
