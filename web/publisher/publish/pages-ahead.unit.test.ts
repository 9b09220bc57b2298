import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { PagesAhead } from './pages-ahead.ts'
import type { RenderedPage, SiteRenderer } from './site-renderer.ts'

type Rendering = { path: string; resolve: () => void; reject: (error: Error) => void }

/** Those that were begun, in order. */
let renderings: Rendering[]
let ahead: PagesAhead
/** What was put into the store, by file. */
let stored: Map<string, string>

beforeEach(() => {
  renderings = []
  const nothing = () => ({ value: [], reads: [] })
  stored = new Map()
  const renderer: SiteRenderer = {
    build: 'one',
    assetsDirectory: 'none',
    routes: nothing,
    redirects: nothing,
    render: (path, snapshot) =>
      new Promise((resolve, reject) => {
        renderings.push({
          path,
          resolve: () => {
            resolve(pageOf(path, snapshot))
          },
          reject,
        })
      }),
  }
  ahead = new PagesAhead(renderer, (file, bytes) => {
    stored.set(file, Buffer.from(bytes).toString('utf8'))
    return { hash: file, size: bytes.byteLength }
  })
})

function snapshotOf(title: string, today = '2026-11-28'): Snapshot {
  const fields = { title }
  const document = { collection: 'articles', id: 'a', version: versionOf(fields), fields }
  return {
    documents: new Map([['articles:a', document as unknown as PublicDocument]]),
    today,
    siteUrl: 'https://site.example',
  }
}

function pageOf(path: string, { documents, today }: Snapshot): RenderedPage {
  const body = `${path} ${documents.get('articles:a')?.version ?? ''} ${today}`
  return { status: 200, headers: {}, body, media: [], cards: [], warnings: [], reads: [] }
}

const begun = () => renderings.map(({ path }) => path)
const render = (path: string, snapshot: Snapshot) => ahead.renderer.render(path, snapshot)

/** Ends the rendering that was begun last, and lets what follows begin. */
async function goOn(): Promise<void> {
  renderings.at(-1)?.resolve()
  await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a page that was rendered ahead', () => {
  test('is given out for the same content, and not rendered again', async () => {
    const done = ahead.prepare(snapshotOf('New'), ['/a/', '/b/'])
    await goOn()
    await goOn()
    await done
    expect(begun()).toEqual(['/a/', '/b/'])
    expect([...stored]).toEqual([
      ['a/index.html', pageOf('/a/', snapshotOf('New')).body],
      ['b/index.html', pageOf('/b/', snapshotOf('New')).body],
    ])
    expect(await render('/a/', snapshotOf('New'))).toEqual(pageOf('/a/', snapshotOf('New')))
    expect(await render('/b/', snapshotOf('New'))).toEqual(pageOf('/b/', snapshotOf('New')))
    expect(begun()).toEqual(['/a/', '/b/'])
  })

  test('is waited for when it is not ready, and no more are begun ahead', async () => {
    const done = ahead.prepare(snapshotOf('New'), ['/a/', '/b/'])
    const wanted = render('/a/', snapshotOf('New'))
    await goOn()
    expect(await wanted).toEqual(pageOf('/a/', snapshotOf('New')))
    await done
    expect(begun()).toEqual(['/a/'])
    // Whoever waited for it stores it.
    expect(stored.size).toBe(0)
    const other = render('/b/', snapshotOf('New'))
    expect(begun()).toEqual(['/a/', '/b/'])
    await goOn()
    await other
  })

  test.each([
    ['another text', snapshotOf('Other')],
    ['another day', snapshotOf('New', '2026-11-29')],
  ])('is not given out for %s, nor later', async (_, content) => {
    const done = ahead.prepare(snapshotOf('New'), ['/a/'])
    await goOn()
    await done
    for (const wanted of [content, snapshotOf('New')]) {
      const page = render('/a/', wanted)
      await goOn()
      expect(await page).toEqual(pageOf('/a/', wanted))
    }
    expect(begun()).toEqual(['/a/', '/a/', '/a/'])
  })

  test('is forgotten when something else comes, or when it is said', async () => {
    const first = ahead.prepare(snapshotOf('New'), ['/a/', '/b/'])
    const second = ahead.prepare(snapshotOf('Newer'), ['/a/'])
    renderings.forEach(({ resolve }) => {
      resolve()
    })
    await Promise.all([first, second])
    expect(begun()).toEqual(['/a/', '/a/'])
    expect(await render('/a/', snapshotOf('Newer'))).toEqual(pageOf('/a/', snapshotOf('Newer')))
    ahead.forget()
    const page = render('/a/', snapshotOf('Newer'))
    await goOn()
    await page
    expect(begun()).toEqual(['/a/', '/a/', '/a/'])
  })

  test('fails when it is wanted, and not before', async () => {
    const done = ahead.prepare(snapshotOf('New'), ['/a/'])
    renderings[0]?.reject(new Error('No such picture.'))
    await done
    expect(stored.size).toBe(0)
    const page = render('/a/', snapshotOf('New'))
    renderings[1]?.reject(new Error('No such picture.'))
    await expect(page).rejects.toThrow('No such picture.')
  })
})

test('no more than thirty pages are rendered ahead', async () => {
  const paths = Array.from({ length: 100 }, (_, number) => `/${number}/`)
  const done = ahead.prepare(snapshotOf('New'), paths)
  for (let tries = 0; tries < 40; tries += 1) await goOn()
  await done
  expect(begun()).toEqual(paths.slice(0, 30))
})
