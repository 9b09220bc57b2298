import { beforeAll, describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { paragraph, richText } from '../../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { rendererForTests } from '../../renderer/build-for-tests.ts'
import { rendererDirectory } from '../../renderer/build.ts'
import { pagesToRender } from './pages-to-render.ts'
import { ReadsIndex } from './reads-index.ts'
import { REDIRECTS, ROUTES } from './shown-site.ts'
import { loadSiteRenderer } from './site-renderer.ts'
import type { SiteRenderer } from './site-renderer.ts'

const BUILD_TIME_MS = 120_000
/** With those of the fixture there are 28 articles, so that one page of older ones exists and two more articles make another. */
const OLDER = 25

let renderer: SiteRenderer
const before = fixtureSnapshot({ older: OLDER })
let reads: ReadsIndex
let all: string[]

beforeAll(async () => {
  await rendererForTests()
  renderer = await loadSiteRenderer(rendererDirectory)
  reads = new ReadsIndex()
  const routes = renderer.routes(before)
  all = routes.value
  for (const path of all) reads.set(path, (await renderer.render(path, before)).reads)
  reads.set(ROUTES, routes.reads)
  reads.set(REDIRECTS, renderer.redirects(before).reads)
}, BUILD_TIME_MS)

type Fields = Record<string, unknown>

const changed = (key: string, fields: Fields | ((fields: Fields) => Fields) | undefined): Snapshot => {
  const documents = new Map(before.documents)
  const [collection, id] = key.split(':')
  const known = documents.get(key)?.fields as Fields | undefined
  if (fields === undefined) documents.delete(key)
  else {
    const next = typeof fields === 'function' ? fields(known ?? {}) : { ...known, ...fields }
    documents.set(key, { collection, id, version: versionOf(next), fields: next } as PublicDocument)
  }
  return { ...before, documents }
}
const after = (next: Snapshot) => [...pagesToRender(before, next, reads)].sort()

const article = `articles:${ids.preparing}`
const page = '/articles/first-esketamine-visit/'

describe('pagesToRender', () => {
  test('gives none when nothing changed, and the search alone when only that reads it', () => {
    expect(after({ ...before })).toEqual([])
    expect(after(changed('search:search', { synonyms: [] }))).toEqual(['/search/start.json'])
  })

  test('gives the forms of an article, and its part of the search, when its text changed', () => {
    expect(after(changed(article, { body: richText(paragraph('Other words.')) }))).toEqual([
      page,
      `${page}index.md`,
      expect.stringMatching(/^\/search\/index\/articles-/),
    ])
  })

  test('gives all that show an article’s title when it changed, and not the sitemap', () => {
    const pages = after(changed(article, { title: 'Another title' }))
    expect(pages).toEqual(expect.arrayContaining([page, '/', '/articles/', '/feed.xml']))
    expect(pages).toEqual(expect.not.arrayContaining(['/sitemap.xml', ROUTES, '/faqs/']))
    expect(pages).not.toContain('/articles/page/1/')
    expect(pages.length).toBeLessThan(all.length / 3)
  })

  test('gives the first list and no page of older articles when an article is new', () => {
    const fields = {
      title: 'New',
      slug: 'new',
      summary: 'New.',
      body: richText(),
      publishedAt: '2026-11-22T12:00:00.000Z',
    }
    const pages = after(changed('articles:00000000000000000000abcd', fields))
    expect(pages).toEqual([
      '/',
      '/articles/',
      '/feed.xml',
      '/llms.txt',
      expect.stringMatching(/^\/search\/index\/articles-/),
      expect.stringMatching(/^\/search\/texts\/articles-/),
      '/sitemap.xml',
      ROUTES,
    ])
  })

  test('gives the list of a topic, and the newest page of older ones, when an article makes another page', () => {
    const twoMore = fixtureSnapshot({ older: OLDER + 2 })
    const pages = after({
      ...twoMore,
      documents: new Map([
        ...before.documents,
        ...[...twoMore.documents].filter(([key]) => !before.documents.has(key)),
      ]),
    })
    expect(pages).toEqual(expect.arrayContaining(['/articles/', '/articles/page/1/', ROUTES]))
    expect(pages).not.toContain(page)
  })

  test('gives every page when the navigation changed, but nothing that is not HTML', () => {
    const pages = after(changed('navigation:navigation', { header: [] }))
    expect(pages).toEqual(all.filter((path) => !/\.(?:xml|txt|md|json)$/.test(path)).sort())
  })

  test('gives the pages that compare a date with today when a day ends', () => {
    const pages = after({ ...before, today: '2026-11-24' })
    expect(pages).toContain(page)
    expect(pages).toEqual(expect.not.arrayContaining(['/', '/articles/', '/faqs/', '/sitemap.xml', ROUTES]))
  })

  test('gives the routes and whatever names it when a document is withdrawn', () => {
    const pages = after(changed(article, undefined))
    expect(pages).toEqual(
      expect.arrayContaining([page, '/', '/articles/', '/feed.xml', '/sitemap.xml', ROUTES]),
    )
    expect(pages).not.toContain('/faqs/')
  })

  test('gives the page with a link to a document that was not there when it is published', () => {
    const fields = { title: 'There', slug: 'there', summary: 'There.', body: richText() }
    // The navigation names it, so every page does.
    const pages = after(changed(`articles:${ids.unpublishedArticle}`, fields))
    expect(pages).toEqual(expect.arrayContaining(['/faqs/', '/404.html', ROUTES]))
  })

  test('gives the redirects when one changed, or when the slug of the target of one did', () => {
    const slugOf = (slug: string) => changed(`conditions:${ids.depression}`, { slug })
    const redirect = [...before.documents.keys()].find((key) => key.startsWith('redirects:')) ?? ''
    expect(after(changed(redirect, { from: '/other' }))).toEqual([REDIRECTS])
    expect(after(slugOf('depression'))).toContain(REDIRECTS)
  })

  test('gives everything with an address in it when the address of the site changed', () => {
    expect(after({ ...before, siteUrl: 'https://other.example' })).toEqual(expect.arrayContaining(all))
  })
})
