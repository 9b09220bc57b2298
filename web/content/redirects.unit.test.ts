import { describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from './content.ts'
import { fixtureId, ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { redirectsOf } from './redirects.ts'

type Target = NonNullable<PublicDocument<'redirects'>['fields']['to']>

function redirectsWith(...rows: [from: string, to: Target][]) {
  const documents = rows.map(([from, to], index): PublicDocument => ({
    collection: 'redirects',
    id: fixtureId(0x900 + index),
    version: 'r',
    fields: { from, to },
  }))
  const without = [`redirects:${fixtureId(0x801)}`, `redirects:${fixtureId(0x802)}`]
  return redirectsOf(startReading(fixtureSnapshot({ documents, without })).content)
}

const toPage = (url: string): Target => ({ type: 'custom', url })
const toArticle = (value: string): Target => ({
  type: 'reference',
  reference: { relationTo: 'articles', value },
})

describe('redirectsOf', () => {
  test('leads to documents, pages and other sites', () => {
    expect(
      redirectsWith(
        ['/a/', toArticle(ids.evidence)],
        ['/b', toPage('/faqs/#memory')],
        ['/c/', toPage('https://example.com/x')],
      ),
    ).toEqual([
      { from: '/a/', to: '/articles/ketamine-evidence/' },
      { from: '/b', to: '/faqs/#memory' },
      { from: '/c/', to: 'https://example.com/x' },
    ])
  })

  test('follows other redirects to a page', () => {
    expect(redirectsWith(['/a/', toPage('/b/')], ['/b', toPage('/about/')])).toEqual([
      { from: '/a/', to: '/b/' },
      { from: '/b', to: '/about/' },
    ])
  })

  test.each<[string, [string, Target][]]>([
    ['to itself', [['/a/', toPage('/a')]]],
    [
      'in a circle',
      [
        ['/a/', toPage('/b/')],
        ['/b/', toPage('/a/')],
      ],
    ],
    ['to an article that is not published', [['/a/', toArticle(ids.unpublishedArticle)]]],
    ['to a page that is not there', [['/a/', toPage('/gone/')]]],
    ['to what is no address', [['/a/', toPage('https://www.example.org:8O80/x')]]],
    ['to its own page on the site, by the full address', [['/a/', toPage('https://learn.example.org/a/')]]],
    ['to an address that is none', [['/a/', toPage('javascript:alert(1)')]]],
    ['to another host by two slashes', [['/a/', toPage('//evil.example/')]]],
    ['nowhere', [['/a/', { type: 'reference' }]]],
    ['from an address that has a page', [['/about', toPage('/faqs/')]]],
  ])('leaves out one that leads %s', (_, rows) => {
    expect(redirectsWith(...rows)).toEqual([])
  })
})
