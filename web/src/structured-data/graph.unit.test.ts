import { beforeAll, describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { routesOf } from '../../content/routes.ts'
import { rendererForTests } from '../../renderer/build-for-tests.ts'
import { attributeValues, wordsOf } from '../../renderer/html-for-tests.ts'
import { graphOf, graphText } from './graph.ts'

const BUILD_TIME_MS = 120_000
const SITE = 'https://learn.example.org'

type Node = Record<string, unknown>

const snapshot = fixtureSnapshot({ older: 25 })
const paths = routesOf(startReading(snapshot).content).filter((path) => path.endsWith('/'))
const pages = new Map<string, string>()

beforeAll(async () => {
  const renderer = await rendererForTests()
  for (const path of [...paths, '/404.html']) {
    const { body } = await renderer.render({ path }, startReading(snapshot).content)
    pages.set(path, body)
  }
}, BUILD_TIME_MS)

const pageAt = (path: string) => pages.get(path) ?? ''
const dataIn = (html: string) => [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
function graphAt(path: string): Node[] {
  const [data, ...more] = dataIn(pageAt(path))
  expect(more).toEqual([])
  return (JSON.parse(data?.[1] ?? '{}') as { '@graph'?: Node[] })['@graph'] ?? []
}

/** All texts of a graph but names of types, ids, addresses and dates. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /^@|^url$|^item$|^inLanguage$|^audienceType$|^lastReviewed$/.test(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name))
  return []
}

function addressesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'url' || key === 'item') && typeof inner === 'string' ? [inner] : addressesOf(inner),
  )
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
/** Words without the numbers of citations, which stand in the middle of sentences. */
const shownWords = (html: string) =>
  plain(wordsOf(html.replace(/<head>.*?<\/head>/s, '').replace(/<sup[^>]*>.*?<\/sup>/gs, ' ')))

describe('the graph of a page', () => {
  test('is looked at on every page', () => {
    expect(paths.length).toBeGreaterThan(20)
    expect(paths).toContain('/search/')
  })

  test('says nothing that the page does not show', () => {
    for (const path of paths) {
      const html = pageAt(path)
      const shown = shownWords(html)
      const hidden = graphAt(path)
        .flatMap((node) => textsOf(node))
        .filter((text) => !shown.includes(plain(text)) && text !== 'ICD-10-CM')
      expect({ path, hidden }).toEqual({ path, hidden: [] })
    }
  })

  test('leads where the page leads', () => {
    for (const path of paths) {
      const own = [SITE + path, `${SITE}/`]
      const links = attributeValues(pageAt(path), 'href').map((href) => new URL(href, SITE).href)
      const unknown = graphAt(path)
        .flatMap(addressesOf)
        .filter((url) => !own.includes(url) && !links.includes(url))
      expect({ path, unknown }).toEqual({ path, unknown: [] })
    }
  })

  test('tells the review of a page', () => {
    const [page, subject] = graphAt('/articles/first-esketamine-visit/')
    expect(page).toMatchObject({
      '@type': 'MedicalWebPage',
      lastReviewed: '2026-09-20',
      reviewedBy: { '@type': 'Person', name: 'Jordan Reyes', honorificSuffix: 'MD, psychiatrist' },
      audience: { audienceType: 'Patient' },
      inLanguage: 'en',
    })
    expect(page?.citation).toHaveLength(2)
    expect(subject).toMatchObject({
      '@type': 'Article',
      headline: 'Getting ready for your first esketamine visit',
    })
    expect(pageAt('/articles/first-esketamine-visit/')).toContain('September 20, 2026')
  })

  test('tells what each kind of page is about', () => {
    const types = (path: string) => graphAt(path).map((node) => node['@type'])
    expect(types('/conditions/treatment-resistant-depression/')).toEqual([
      'MedicalWebPage',
      'MedicalCondition',
      'BreadcrumbList',
      'MedicalClinic',
    ])
    expect(types('/faqs/driving-after-treatment/')).toEqual([
      ['MedicalWebPage', 'FAQPage'],
      'Question',
      'BreadcrumbList',
      'MedicalClinic',
    ])
    expect(types('/people/jordan-reyes/')).toEqual([
      'ProfilePage',
      'Person',
      'BreadcrumbList',
      'MedicalClinic',
    ])
    expect(types('/')).toEqual(['CollectionPage', 'MedicalClinic'])
    expect(graphAt('/conditions/treatment-resistant-depression/')[1]).toMatchObject({
      alternateName: ['TRD', 'Treatment-resistant depression', 'Hard-to-treat depression'],
    })
  })
})

describe('the people of a graph', () => {
  test('are people, also without letters behind their names, and teams are organizations', () => {
    const person: PublicDocument<'people'> = {
      collection: 'people',
      id: ids.reviewer,
      version: 'p9',
      fields: { kind: 'person', name: 'Jordan Reyes', slug: 'jordan-reyes' },
    }
    const { content } = startReading(fixtureSnapshot({ documents: [person] }))
    const graph = graphOf(content, { path: '/articles/first-esketamine-visit/', title: '' })
    expect(graph[0]).toMatchObject({
      reviewedBy: { '@type': 'Person', name: 'Jordan Reyes' },
      author: [{ '@type': 'Organization', name: 'Editorial team' }],
    })
  })
})

describe('graphText', () => {
  test('lets nothing end the element that it is in', () => {
    const text = graphText([{ '@type': 'Thing', name: '</script><script>alert(1)</script><!-- \u2028' }])
    expect(text).not.toMatch(/<|\u2028/)
    expect((JSON.parse(text) as { '@graph': Node[] })['@graph'][0]?.name).toContain('</script><script>')
  })
})

describe('the head of a page', () => {
  test('has a card of its own, unless an editor chose a picture', () => {
    const images = paths.map(
      (path) => /property="og:image" content="([^"]*)"/.exec(pageAt(path))?.[1] ?? path,
    )
    expect(
      images.filter(
        (image) =>
          !/^https:\/\/learn\.example\.org\/(?:cards\/[0-9a-f]{16}\.png|media\/[\w-]+\.\w+)$/.test(image),
      ),
    ).toEqual([])
    expect(new Set(images).size).toBe(paths.length)
    expect(images.filter((image) => image.includes('/media/'))).toHaveLength(1)
  })

  test('names the Markdown form of a document, and of nothing else', () => {
    expect(pageAt('/conditions/ptsd/')).toContain(
      'type="text/markdown" title="This page as Markdown" href="/conditions/ptsd/index.md"',
    )
    expect(pageAt('/conditions/')).not.toContain('text/markdown')
  })

  test('keeps search engines from what is nothing to find', () => {
    for (const path of ['/404.html', '/styleguide/'])
      expect(pageAt(path)).toContain('<meta name="robots" content="noindex">')
    expect(pageAt('/search/')).toContain(`<link rel="canonical" href="${SITE}/search/">`)
    expect(dataIn(pageAt('/404.html'))).toEqual([])
  })
})
