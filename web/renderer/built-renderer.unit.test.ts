import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { isCannotRender } from '../content/cannot-render.ts'
import { startReading } from '../content/content.ts'
import { ids } from '../content/fixtures/ids.ts'
import { block, richText } from '../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { rendererForTests } from './build-for-tests.ts'
import type { Renderer } from './load.ts'

const BUILD_TIME_MS = 120_000

let renderer: Renderer

beforeAll(async () => {
  renderer = await rendererForTests()
}, BUILD_TIME_MS)

const renderFrom = (path: string, snapshot = fixtureSnapshot()) =>
  renderer.render({ path }, startReading(snapshot).content)

describe('the built renderer', () => {
  test('answers 404 without a body for an address that has no page', async () => {
    for (const path of [
      '/gone/',
      '/articles/gone/',
      '/articles/page/9/',
      '/faqs/gone/',
      '/faqs/topics/nothing-yet/',
      '/faqs/conditions/ptsd/',
      '/conditions/ptsd/more/',
    ])
      expect([path, await renderFrom(path)]).toEqual([path, { status: 404, headers: {}, body: '' }])
  })

  test('gives each page the content-security policy of the whole site', async () => {
    const policies = await Promise.all(
      ['/', '/faqs/', '/404.html'].map(
        async (path) => (await renderFrom(path)).headers['content-security-policy'],
      ),
    )
    expect(new Set(policies).size).toBe(1)
    expect(policies[0]).toMatch(/default-src 'self'.*script-src 'self' 'sha256-.*style-src 'self'/)
    expect(policies[0]).not.toContain('unsafe')
  })

  test('gives the same bytes for the same content, also when pages are rendered at the same time', async () => {
    const paths = ['/', '/faqs/', '/articles/first-esketamine-visit/', '/sitemap.xml']
    const oneByOne: string[] = []
    for (const path of paths) oneByOne.push((await renderFrom(path)).body)
    const atOnce = await Promise.all(paths.map(async (path) => (await renderFrom(path)).body))
    expect(atOnce).toEqual(oneByOne)
  })

  test('says which document and field it cannot render', async () => {
    const broken: PublicDocument<'pages'> = {
      collection: 'pages',
      id: 'broken',
      version: 'v',
      fields: { title: 'Broken', slug: 'broken', summary: 'x', body: richText(block('carousel', {})) },
    }
    const snapshot = fixtureSnapshot({ documents: [broken] })
    const error: unknown = await renderFrom('/broken/', snapshot).catch((reason: unknown) => reason)
    expect(isCannotRender(error) && [error.document, error.field]).toEqual([
      { collection: 'pages', id: 'broken', title: 'Broken' },
      'body',
    ])
    expect((await renderFrom('/about/', snapshot)).status).toBe(200)
  })

  test('names the document of a question that stands in another page', async () => {
    const snapshot = fixtureSnapshot({
      documents: [
        {
          collection: 'faqs',
          id: ids.memory,
          version: 'v',
          fields: { question: 'Why?', slug: 'memory', answer: richText(block('carousel', {})) },
        },
      ],
    })
    await expect(renderFrom('/articles/first-esketamine-visit/', snapshot)).rejects.toThrow(
      expect.objectContaining({
        name: 'CannotRender',
        document: { collection: 'faqs', id: ids.memory, title: 'Why?' },
      }),
    )
  })

  test('renders a site on which nothing is published yet', async () => {
    const snapshot = { documents: new Map(), today: '2026-01-01', siteUrl: 'https://example.org' }
    for (const path of [
      '/',
      '/conditions/',
      '/articles/',
      '/faqs/',
      '/404.html',
      '/sitemap.xml',
      '/feed.xml',
    ])
      expect([path, (await renderFrom(path, snapshot)).status]).toEqual([path, 200])
  })

  test('runs where no package is installed', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'careword-bundle-'))
    try {
      await cp(join(renderer.assetsDirectory, '..', 'server'), join(directory, 'server'), { recursive: true })
      await writeFile(
        join(directory, 'run.mjs'),
        `import { render } from './server/entry.mjs'
         const content = { siteUrl: 'https://example.org', today: '2026-01-01', get() {}, bySlug() {}, global() {},
           list: () => [], count: () => 0, media() {}, card: () => '/cards/a.png', linkTo() {}, warn() {} }
         process.stdout.write(JSON.stringify(await render({ path: '/faqs/' }, content)))`,
      )
      const { stdout } = await promisify(execFile)(process.execPath, ['run.mjs'], { cwd: directory })
      expect(JSON.parse(stdout)).toMatchObject({ status: 200, body: expect.stringContaining('</html>') })
    } finally {
      await rm(directory, { recursive: true })
    }
  })

  test('imports nothing but its own files and what Node has', async () => {
    const directory = join(renderer.assetsDirectory, '..', 'server')
    const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.mjs'))
    const imported = new Set<string>()
    for (const file of files) {
      const code = await readFile(join(directory, file), 'utf8')
      for (const [, name = ''] of code.matchAll(/^(?:import|export)\b[^'"\n]*?\s*["']([^"'\n]+)["'];?$/gm))
        imported.add(name)
    }
    expect([...imported].filter((name) => !/^(?:node:|\.\.?\/)/.test(name))).toEqual([])
    expect(imported.size).toBeGreaterThan(1)
  })
})

test('a document’s key is what the snapshot is looked up by', () => {
  const snapshot = fixtureSnapshot()
  for (const [key, document] of snapshot.documents) expect(keyOf(document)).toBe(key)
})
