import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { CannotRender } from '../../content/cannot-render.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { rendererForTests } from '../../renderer/build-for-tests.ts'
import { rendererDirectory } from '../../renderer/build.ts'
import { documentsDirectoryIn, openContentStore } from '../feed/content-store.ts'
import type { ContentStore } from '../feed/content-store.ts'
import { loadSiteRenderer } from '../publish/site-renderer.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { writeObject } from '../store/write-object.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createRenderFarm } from './render-farm.ts'
import type { RenderFarm, RenderFarmOptions, RenderOutcome } from './render-farm.ts'

const BUILD_TIME_MS = 120_000

const farms: RenderFarm[] = []
afterEach(async () => {
  for (const farm of farms.splice(0)) await farm.close()
})

let sentences: string[] = []
const farmWith = async (
  renderer: SiteRenderer,
  threads?: Partial<NonNullable<RenderFarmOptions['threads']>>,
) => {
  sentences = []
  const objectsDirectory = await temporaryFolder()
  const farm = createRenderFarm({
    renderer,
    writeObject,
    objectsDirectory,
    ...(threads && {
      threads: { rendererDirectory, documentsDirectory: '', count: 2, worthStarting: 1, ...threads },
    }),
    log: (sentence) => sentences.push(sentence),
  })
  farms.push(farm)
  return { farm, objectsDirectory }
}

const objectAt = (directory: string, hash: string) =>
  readFile(join(directory, hash.slice(0, 2), hash), 'utf8')

const snapshot = fixtureSnapshot()

describe('in one thread', () => {
  const failing = async (fail: (path: string) => Promise<never> | undefined) => {
    const fake = await fakeRenderer(await temporaryFolder())
    return farmWith({ ...fake, render: (path, from) => fail(path) ?? fake.render(path, from) })
  }

  test('puts the bytes of pages into the store and tells what they read', async () => {
    const fake = await fakeRenderer(await temporaryFolder())
    const { farm, objectsDirectory } = await farmWith(fake)
    const { rendered, failures } = await farm.render(snapshot, ['/404.html', '/'])
    expect(failures).toEqual([])
    expect([...rendered].map(([path, { status }]) => [path, status])).toEqual([
      ['/404.html', 404],
      ['/', 200],
    ])
    const [page, expected] = [rendered.get('/'), await fake.render('/', snapshot)]
    expect(page).toMatchObject({
      policy: "default-src 'self'",
      media: [],
      warnings: [],
      reads: expected.reads,
    })
    expect(await objectAt(objectsDirectory, page?.file.hash ?? '')).toBe(expected.body)
    expect(page?.file.size).toBe(Buffer.byteLength(expected.body))
  })

  test('goes on with the others when a page fails, and names the document at fault', async () => {
    const document = { collection: 'articles', id: '1', title: 'Sleep' }
    const { farm } = await failing((path) =>
      path === '/broken/'
        ? Promise.reject(new CannotRender(document, 'body', 'The picture is missing.'))
        : path === '/odd/'
          ? Promise.reject(new Error('Odd.'))
          : undefined,
    )
    const { rendered, failures } = await farm.render(snapshot, ['/broken/', '/odd/', '/'])
    expect([...rendered.keys()]).toEqual(['/'])
    expect(failures).toEqual([
      {
        path: '/broken/',
        message: '“Sleep” (articles 1), field “body”: The picture is missing.',
        cannotRender: { document, field: 'body', reason: 'The picture is missing.' },
      },
      { path: '/odd/', message: 'Odd.' },
    ])
  })

  test('refuses another status than 200, and a path that is none of the site', async () => {
    const fake = await fakeRenderer(await temporaryFolder())
    const { farm } = await farmWith({
      ...fake,
      render: async (path, from) => ({ ...(await fake.render(path, from)), status: 302 }),
    })
    const { failures } = await farm.render(snapshot, ['/', '/404.html', '/../up/'])
    expect(failures.map(({ message }) => message)).toEqual([
      'Its template answered with the status 302.',
      'Its template answered with the status 302.',
      '“/../up/” is no path that a page of the site can have.',
    ])
  })

  test('stops when very many pages fail', async () => {
    const { farm } = await failing(() => Promise.reject(new Error('No.')))
    const { failures } = await farm.render(
      snapshot,
      Array.from({ length: 200 }, (_, index) => `/${index}/`),
    )
    expect(failures).toHaveLength(50)
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    const { farm } = await failing((path) => {
      if (path === '/2/') stop.abort(new Error('Something more urgent came.'))
      expect(path).not.toBe('/3/')
      return undefined
    })
    await expect(farm.render(snapshot, ['/1/', '/2/', '/3/'], stop.signal)).rejects.toThrow('more urgent')
  })

  test('throws when the bytes cannot be written', async () => {
    const fake = await fakeRenderer(await temporaryFolder())
    const file = join(await temporaryFolder(), 'a-file')
    await writeFile(file, '')
    const farm = createRenderFarm({
      renderer: fake,
      writeObject,
      objectsDirectory: file,
      log: () => undefined,
    })
    await expect(farm.render(snapshot, ['/'])).rejects.toThrow('ENOTDIR')
  })
})

describe('in several threads, with the templates', () => {
  let renderer: SiteRenderer
  beforeAll(async () => {
    await rendererForTests()
    renderer = await loadSiteRenderer(rendererDirectory)
  }, BUILD_TIME_MS)

  const storeOf = async ({ documents }: Snapshot): Promise<[ContentStore, string]> => {
    const folder = await temporaryFolder()
    const store = await openContentStore(folder, (notice) => {
      throw new Error(notice)
    })
    await store.apply({ documents: [...documents.values()], gone: [], cursor: '1.a' })
    return [store, documentsDirectoryIn(folder)]
  }
  const expectSame = (a: RenderOutcome, b: RenderOutcome) => {
    expect(a.failures).toEqual(b.failures)
    expect([...a.rendered]).toEqual([...b.rendered])
  }

  test('makes the same bytes and reads as in one thread, from disk and from memory, now and after changes', async () => {
    const first = fixtureSnapshot({ older: 60 })
    const [store, documentsDirectory] = await storeOf(first)
    const { farm: here } = await farmWith(renderer)
    const { farm: there, objectsDirectory } = await farmWith(renderer, { documentsDirectory })

    const compare = async (inMemory: Snapshot) => {
      const paths = renderer.routes(inMemory).value
      const onDisk = { ...inMemory, documents: new Map(store.documents) }
      const expected = await here.render(inMemory, paths)
      expect([...expected.rendered.keys()]).toEqual(paths)
      expectSame(await there.render(onDisk, paths), expected)
      expectSame(await there.render(inMemory, paths), expected)
      expectSame(await here.render(onDisk, paths), expected)
      const last = expected.rendered.get('/articles/')
      expect(await objectAt(objectsDirectory, last?.file.hash ?? '')).toContain('<h1')
    }
    await compare(first)

    const [article] = [...first.documents.values()].filter(({ collection }) => collection === 'articles')
    if (article?.collection !== 'articles') throw new Error('There is no article.')
    const edited: PublicDocument = {
      ...article,
      version: 'edited',
      fields: { ...article.fields, title: 'Another title' },
    }
    const [, gone] = [...first.documents.values()].filter(({ collection }) => collection === 'faqs')
    if (!gone) throw new Error('There is no question.')
    await store.apply({ documents: [edited], gone: [gone], cursor: '2.a' })
    const documents = new Map(first.documents).set(keyOf(edited), edited)
    documents.delete(keyOf(gone))
    await compare({ ...first, documents, today: '2027-01-01' })
    expect(sentences).toEqual([])
  })

  test('end at once when the memory is needed, and start again for the next pages', async () => {
    const [, documentsDirectory] = await storeOf(snapshot)
    const { farm } = await farmWith(renderer, { documentsDirectory })
    expect(await farm.rest()).toBe(Infinity)
    const rendering = farm.render(snapshot, ['/about/', '/'])
    await yieldToOthers()
    expect(await farm.rest()).toBe(0)
    expect((await rendering).failures).toEqual([])
    const since = await farm.rest()
    expect(since).toBeGreaterThanOrEqual(0)
    expect(since).toBeLessThan(10_000)
    expect((await farm.render(snapshot, ['/about/'])).failures).toEqual([])
  })

  test('tells the store of a damaged document, which then is pulled again', async () => {
    const long = { root: { type: 'root', children: [] }, filler: 'x'.repeat(1000) }
    const first = fixtureSnapshot({
      documents: [
        {
          collection: 'pages',
          id: 'damaged',
          version: '1',
          fields: { title: 'Fees', slug: 'fees', summary: 'What it costs.', body: long },
        },
      ],
    })
    const [store, documentsDirectory] = await storeOf(first)
    const { farm } = await farmWith(renderer, { documentsDirectory })
    for (const file of await readdir(documentsDirectory))
      if (file.includes('damaged')) await writeFile(join(documentsDirectory, file), '')
    const { rendered, failures } = await farm.render({ ...first, documents: new Map(store.documents) }, [
      '/fees/',
      '/about/',
    ])
    expect([...rendered.keys()]).toEqual(['/about/'])
    expect(failures[0]?.message).toContain('“Fees” (pages damaged)')
    expect([...store.damaged]).toEqual(['pages:damaged'])
  })
})

describe('in threads that end', () => {
  const BUILD = 'build-1'
  /** Templates that behave as badly as their paths say. */
  const badTemplates = async () => {
    const directory = await temporaryFolder()
    const server = join(directory, BUILD, 'server')
    await mkdir(server, { recursive: true })
    await writeFile(
      join(server, 'entry.mjs'),
      `export async function render({ path }) {
        if (path === '/exits/') process.exit(3)
        if (path === '/throws/') setTimeout(() => { throw new Error('Thrown from nowhere') }), await new Promise(() => {})
        return { status: path === '/missing/' ? 404 : 200, headers: {}, body: 'page ' + path }
      }`,
    )
    return directory
  }
  const paths = Array.from({ length: 100 }, (_, index) => `/${index}/`)
  const farmOf = async (directory: string) =>
    farmWith(await fakeRenderer(directory, { build: BUILD }), { rendererDirectory: directory })

  test.each([
    ['exits', 'it ended with the code 3'],
    ['throws', 'Thrown from nowhere'],
  ])('loses no page but the one that %s', async (name, reason) => {
    const { farm } = await farmOf(await badTemplates())
    const asked = [...paths.slice(0, 30), `/${name}/`, ...paths.slice(30)]
    const { rendered, failures } = await farm.render(snapshot, asked)
    expect([...rendered.keys()]).toEqual(paths)
    expect(failures).toHaveLength(1)
    expect(failures[0]?.path).toBe(`/${name}/`)
    expect(failures[0]?.message).toContain(reason)
    expect(sentences).toHaveLength(2)
    expect((await farm.render(snapshot, paths)).rendered.size).toBe(paths.length)
  })

  test('renders everything itself when they do not start', async () => {
    const { farm } = await farmOf(await temporaryFolder())
    const { rendered, failures } = await farm.render(snapshot, paths)
    expect([rendered.size, failures]).toEqual([paths.length, []])
    expect(sentences[0]).toContain('A thread that renders pages ended')
  })

  test('tells of a page that fails, and answers others meanwhile', async () => {
    const { farm } = await farmOf(await badTemplates())
    const { failures } = await farm.render(snapshot, ['/0/', '/missing/'])
    expect(failures).toEqual([{ path: '/missing/', message: 'Its template answered with the status 404.' }])
  })

  test('does not go on when it is closed, or told to stop', async () => {
    const { farm } = await farmOf(await badTemplates())
    const stop = new AbortController()
    stop.abort(new Error('Something more urgent came.'))
    await expect(farm.render(snapshot, paths, stop.signal)).rejects.toThrow('more urgent')
    const [rendering] = await Promise.allSettled([farm.render(snapshot, paths), farm.close()])
    expect(rendering).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('The publisher stops') },
    })
  })
})
