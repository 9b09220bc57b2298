import { describe, expect, test } from '@jest/globals'
import { newestArticles, olderArticles, olderPageCount } from './article-pages.ts'
import { startReading, type Content } from './content.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'

const FIXED = 3
const contentWith = (articles: number) => startReading(fixtureSnapshot({ older: articles - FIXED })).content

const slugs = (articles: readonly { fields: { slug: string } }[]) => articles.map(({ fields }) => fields.slug)
const olderPages = (content: Content) =>
  Array.from({ length: olderPageCount(content) }, (_, index) => slugs(olderArticles(content, index + 1)))

describe('older articles', () => {
  test.each([
    [3, 0],
    [10, 0],
    [19, 0],
    [20, 1],
    [29, 1],
    [30, 2],
  ])('of %i articles are on %i pages', (total, pages) => {
    expect(olderPageCount(contentWith(total))).toBe(pages)
  })

  test.each([3, 10, 19, 20, 21, 29, 30, 47])(
    'and the newest show each of %i articles once, the newest first',
    (total) => {
      const content = contentWith(total)
      const all = [...slugs(newestArticles(content)), ...olderPages(content).toReversed().flat()]
      const byDate = content.list({
        collection: 'articles',
        sortBy: [{ field: 'publishedAt', order: 'descending' }],
      })
      expect(all).toEqual(slugs(byDate))
    },
  )

  test('leave at least ten for the first page, when there are that many', () => {
    for (let total = 10; total < 45; total++) {
      const first = newestArticles(contentWith(total)).length
      expect(first).toBeGreaterThanOrEqual(10)
      expect(first).toBeLessThan(20)
    }
  })

  test('stay on their page when an article is published', () => {
    const before = olderPages(contentWith(30))
    const after = startReading(
      fixtureSnapshot({
        older: 27,
        documents: Array.from({ length: 10 }, (_, index) => ({
          collection: 'articles' as const,
          id: `new${index}`,
          version: 'new',
          fields: {
            title: 'New',
            slug: `new-${index}`,
            summary: 'New.',
            body: { root: { type: 'root', children: [] } },
            publishedAt: `2026-11-${10 + index}T08:00:00.000Z`,
          },
        })),
      }),
    ).content
    expect(olderPages(after)).toHaveLength(before.length + 1)
    expect(olderPages(after).slice(0, before.length)).toEqual(before)
  })
})
