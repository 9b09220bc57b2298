import { describe, expect, test } from '@jest/globals'
import { isPage } from './address.ts'
import { startReading } from './content.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { routesOf } from './routes.ts'

const { content } = startReading(fixtureSnapshot({ older: 25 }))

describe('linkTo', () => {
  test.each([
    ['conditions', ids.ptsd, '/conditions/ptsd/'],
    ['articles', ids.evidence, '/articles/ketamine-evidence/'],
    ['faqs', ids.driving, '/faqs/driving-after-treatment/'],
    ['faqs', ids.memory, '/faqs/memory/'],
    ['pages', ids.about, '/about/'],
    ['people', ids.team, '/people/editorial-team/'],
    ['topics', ids.safety, '/articles/topics/safety/'],
  ])('leads to the page of %s', (relationTo, value, path) => {
    expect(content.linkTo({ relationTo, value })?.path).toBe(path)
  })

  test.each([
    ['an article that is not published', 'articles', ids.unpublishedArticle],
    ['a topic without articles', 'topics', ids.emptyTopic],
    ['a picture', 'media', ids.path],
    ['a collection that is not public', 'users', ids.reviewer],
  ])('leads nowhere for %s', (_, relationTo, value) => {
    expect(content.linkTo({ relationTo, value })).toBeUndefined()
  })
})

describe('isPage', () => {
  test('is true of every page that the site has', () => {
    const forMachines = /\.(?:json|md)$|^\/\.well-known\//
    expect(routesOf(content).filter((path) => !forMachines.test(path) && !isPage(content, path))).toEqual([])
  })

  test('does not mind a query or an anchor', () => {
    expect(isPage(content, '/faqs/?a=b#memory')).toBe(true)
  })

  test.each([
    '/nothing/',
    '/articles/page/0/',
    '/articles/page/3/',
    '/articles/page/01/',
    '/articles/topics/nothing-yet/',
    '/faqs/nothing/',
    '/faqs/topics/nothing-yet/',
    '/faqs/conditions/ptsd/',
    '/people/topics/safety/',
    '/articles/ketamine-evidence',
    '/people/',
    '/conditions/ptsd/more/',
    '//example.org/',
  ])('is false of %s', (path) => {
    expect(isPage(content, path)).toBe(false)
  })
})
