import { describe, expect, test } from '@jest/globals'
import {
  articlesAboutPath,
  isReservedSlug,
  mediaPath,
  olderArticlesPath,
  pathOf,
  preparePath,
  questionsAboutPath,
  questionsOnPath,
  sectionPaths,
  styleguidePath,
} from './paths.ts'
import type { Addressed } from './paths.ts'
import { publicCollections, publicGlobals } from './public-fields.ts'
import type { DocumentCollection } from './public-fields.ts'

describe('pathOf', () => {
  test.each<[Addressed, string]>([
    [{ collection: 'conditions', slug: 'ptsd' }, '/conditions/ptsd/'],
    [{ collection: 'articles', slug: 'side-effects' }, '/articles/side-effects/'],
    [{ collection: 'people', slug: 'editorial-team' }, '/people/editorial-team/'],
    [{ collection: 'pages', slug: 'about' }, '/about/'],
    [{ collection: 'topics', slug: 'safety' }, '/articles/topics/safety/'],
    [{ collection: 'faqs', slug: 'is-it-safe' }, '/faqs/is-it-safe/'],
  ])('gives %j its address', (document, path) => {
    expect(pathOf(document)).toBe(path)
  })

  test.each([...publicCollections, ...publicGlobals])('gives %s without a slug no address', (collection) => {
    expect(pathOf({ collection })).toBeUndefined()
    expect(pathOf({ collection, slug: '' })).toBeUndefined()
  })

  test.each<DocumentCollection>(['media', 'redirects', 'clinic', 'crisis', 'navigation', 'search'])(
    'gives %s no address, whatever its slug',
    (collection) => {
      expect(pathOf({ collection, slug: 'slug' })).toBeUndefined()
    },
  )
})

describe('the lists', () => {
  test('of articles have addresses below that of all articles', () => {
    expect(articlesAboutPath('ptsd')).toBe('/articles/conditions/ptsd/')
    expect(olderArticlesPath(3)).toBe('/articles/page/3/')
  })

  test('of questions have addresses below that of all questions', () => {
    expect(questionsAboutPath('ptsd')).toBe('/faqs/conditions/ptsd/')
    expect(questionsOnPath('safety')).toBe('/faqs/topics/safety/')
  })

  test('of the sections start and end with a slash', () => {
    for (const path of sectionPaths) expect(path).toMatch(/^\/(?:[a-z]+\/)?$/)
  })
})

test('mediaPath puts a file below /media/', () => {
  expect(mediaPath('hills-0f3a.webp')).toBe('/media/hills-0f3a.webp')
})

describe('isReservedSlug', () => {
  test('keeps documents from the addresses that the site needs for its lists', () => {
    const lists = [
      ...sectionPaths,
      articlesAboutPath('ptsd'),
      olderArticlesPath(1),
      '/articles/topics/safety/',
      questionsAboutPath('ptsd'),
      questionsOnPath('safety'),
      preparePath,
      styleguidePath,
    ]
    for (const [, first = '', second = ''] of lists.map((path) => path.split('/'))) {
      expect(first === '' || isReservedSlug('pages', first)).toBe(true)
      expect(second === '' || isReservedSlug(first === 'faqs' ? 'faqs' : 'articles', second)).toBe(true)
    }
  })

  test.each(['people', 'media', 'admin', 'api', 'search', 'index', '404'])(
    'keeps pages from “%s”',
    (slug) => {
      expect(isReservedSlug('pages', slug)).toBe(true)
    },
  )

  test('lets documents have any other address', () => {
    expect(isReservedSlug('pages', 'about')).toBe(false)
    expect(isReservedSlug('articles', 'about')).toBe(false)
    // It is reserved among the pages only.
    expect(isReservedSlug('articles', 'admin')).toBe(false)
    expect(isReservedSlug('conditions', 'page')).toBe(false)
  })
})
