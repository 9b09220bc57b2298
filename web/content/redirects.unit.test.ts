import { describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from './content.ts'
import { fixtureId, ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { redirectsOf } from './redirects.ts'

type Target = NonNullable<PublicDocument<'redirects'>['fields']['to']>

function sorted(rows: [from: string, to: Target][]) {
  const documents = rows.map(([from, to], index): PublicDocument => ({
    collection: 'redirects',
    id: fixtureId(0x900 + index),
    version: 'r',
    fields: { from, to },
  }))
  const without = [`redirects:${fixtureId(0x801)}`, `redirects:${fixtureId(0x802)}`]
  return redirectsOf(startReading(fixtureSnapshot({ documents, without })).content)
}

const redirectsWith = (...rows: [from: string, to: Target][]) => sorted(rows).redirects

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

  test.each<[string, [string, Target][], string, string]>([
    ['to itself', [['/a/', toPage('/a')]], 'to', 'it leads to “/a/”, where the site has no page.'],
    [
      'to itself, by the full address',
      [['/a/', toPage('https://learn.example.org/a/')]],
      'to',
      'it leads to “/a/”, where the site has no page.',
    ],
    [
      'to an article that is not published',
      [['/a/', toArticle(ids.unpublishedArticle)]],
      'to',
      'it leads to a document that is not on the site.',
    ],
    [
      'to a page that is not there',
      [['/a/', toPage('/gone/')]],
      'to',
      'it leads to “/gone/”, where the site has no page.',
    ],
    [
      'to what is no address',
      [['/a/', toPage('https://www.example.org:8O80/x')]],
      'to',
      '“https://www.example.org:8O80/x” is no address',
    ],
    ['to an address that is none', [['/a/', toPage('javascript:alert(1)')]], 'to', 'is no address'],
    ['to another host by two slashes', [['/a/', toPage('//evil.example/')]], 'to', 'is no address'],
    [
      'from an address that has a page',
      [['/about', toPage('/faqs/')]],
      'from',
      'the site has a page at “/about”',
    ],
    [
      'from an address that browsers write otherwise',
      [['/a/../old', toPage('/faqs/')]],
      'from',
      'browsers ask for “/old” where “/a/../old” is typed.',
    ],
    ...['old', 'https://elsewhere.example/a', '//elsewhere.example/', '/search?q=a', '/a#b', ''].map(
      (from): [string, [string, Target][], string, string] => [
        `from “${from}”`,
        [[from, toPage('/faqs/')]],
        'from',
        `“${from}” is no address of this site.`,
      ],
    ),
  ])('tells of one that leads %s', (_, rows, field, reason) => {
    const { redirects, idle } = sorted(rows)
    expect(redirects).toEqual([])
    expect(idle.map((one) => one.field)).toEqual([field])
    expect(idle[0]?.reason).toContain(reason)
    expect(idle[0]?.document).toEqual({ collection: 'redirects', id: fixtureId(0x900), title: rows[0]?.[0] })
  })

  test('tells of each that leads in a circle', () => {
    const { redirects, idle } = sorted([
      ['/a/', toPage('/b/')],
      ['/b/', toPage('/a/')],
    ])
    expect(redirects).toEqual([])
    expect(idle.map(({ document, field }) => [document.title, field])).toEqual([
      ['/a/', 'to'],
      ['/b/', 'to'],
    ])
  })

  test('leaves out one whose target was deleted, which nobody has to mend', () => {
    expect(sorted([['/a/', { type: 'reference' }]])).toEqual({ redirects: [], idle: [] })
  })

  test('needs none to a page from its own address', () => {
    expect(sorted([['/articles/ketamine-evidence', toArticle(ids.evidence)]])).toEqual({
      redirects: [],
      idle: [],
    })
    expect(sorted([['/about/', toPage('/about/')]])).toEqual({ redirects: [], idle: [] })
  })
})
