import { expect, test } from '@jest/globals'
import { startReading } from './content.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { routesOf } from './routes.ts'

test('the site has a page for everything that is published', () => {
  expect(
    routesOf(startReading(fixtureSnapshot({ older: 17 })).content).filter(
      (path) => !/living-well|^\/search\/.|index\.md$/.test(path),
    ),
  ).toEqual([
    '/',
    '/conditions/',
    '/conditions/treatment-resistant-depression/',
    '/conditions/ptsd/',
    '/articles/',
    '/articles/page/1/',
    '/articles/topics/treatment/',
    '/articles/topics/safety/',
    '/articles/conditions/treatment-resistant-depression/',
    '/articles/conditions/ptsd/',
    '/articles/first-esketamine-visit/',
    '/articles/ketamine-evidence/',
    '/articles/questions-to-ask/',
    '/faqs/',
    '/faqs/topics/treatment/',
    '/faqs/topics/safety/',
    '/faqs/conditions/treatment-resistant-depression/',
    '/faqs/driving-after-treatment/',
    '/faqs/cost/',
    '/faqs/memory/',
    '/faqs/bring-a-friend/',
    '/prepare-for-your-visit/',
    '/people/jordan-reyes/',
    '/people/editorial-team/',
    '/about/',
    '/editorial-policy/',
    '/styleguide/',
    '/404.html',
    '/sitemap.xml',
    '/robots.txt',
    '/feed.xml',
    '/search/',
    '/llms.txt',
    '/.well-known/security.txt',
  ])
})

test('each document that has a page has a Markdown form beside it, and no list has', () => {
  const routes = routesOf(startReading(fixtureSnapshot()).content)
  const pages = routes.filter((path) => routes.includes(`${path}index.md`))
  expect(routes.filter((path) => path.endsWith('/index.md'))).toHaveLength(pages.length)
  expect(pages).toEqual([
    '/conditions/treatment-resistant-depression/',
    '/conditions/ptsd/',
    '/articles/first-esketamine-visit/',
    '/articles/ketamine-evidence/',
    '/articles/questions-to-ask/',
    '/faqs/driving-after-treatment/',
    '/faqs/cost/',
    '/faqs/memory/',
    '/faqs/bring-a-friend/',
    '/people/jordan-reyes/',
    '/people/editorial-team/',
    '/about/',
    '/editorial-policy/',
  ])
})

test('the search loads parts that are there', () => {
  const routes = routesOf(startReading(fixtureSnapshot()).content)
  expect(routes.filter((path) => path.startsWith('/search/index/'))).toEqual([
    '/search/index/answers-1-of-1-208-words.json',
    '/search/index/guide-1-of-1-208-words.json',
    '/search/index/articles-1-of-1-208-words.json',
  ])
  expect(routes.filter((path) => path.startsWith('/search/texts/'))).toHaveLength(12)
})

test('a list that would be empty has no page', () => {
  const without = [ids.preparing, ids.evidence].map((id) => `articles:${id}`)
  const routes = routesOf(startReading(fixtureSnapshot({ without })).content)
  expect(routes.filter((path) => /^\/articles\/(?:topics|conditions)\//.test(path))).toEqual([])
})

test('an empty site has its lists and its files', () => {
  const { content } = startReading({
    documents: new Map(),
    today: '2026-01-01',
    siteUrl: 'https://example.org',
  })
  expect(
    routesOf(content).filter(
      (path) => !path.startsWith('/search/index') && !path.startsWith('/search/texts'),
    ),
  ).toEqual([
    '/',
    '/conditions/',
    '/articles/',
    '/faqs/',
    '/prepare-for-your-visit/',
    '/styleguide/',
    '/404.html',
    '/sitemap.xml',
    '/robots.txt',
    '/feed.xml',
    '/search/',
    '/search/start.json',
    '/llms.txt',
    '/.well-known/security.txt',
  ])
})
