import { expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from '../../content/content.ts'
import { articles } from '../../content/fixtures/articles.ts'
import { fixtureId, ids } from '../../content/fixtures/ids.ts'
import { people } from '../../content/fixtures/people.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { pagesBy } from './person-pages.ts'

const reviewer = fixtureId(0xa00)

/** What a clinician was asked to review, the newest first. @param isReviewed whether she has reviewed the article of that number */
function reviewedBy(count: number, isReviewed: (number: number) => boolean) {
  const [first] = articles
  const [someone] = people
  if (!first || !someone) throw new Error('The fixtures have no article or nobody.')
  const clinician: PublicDocument = { ...someone, id: reviewer, fields: { ...someone.fields, slug: 'new' } }
  const documents = Array.from({ length: count }, (_, number): PublicDocument<'articles'> => {
    const { lastReviewed, ...fields } = first.fields
    return {
      ...first,
      id: fixtureId(0xb00 + number),
      fields: {
        ...fields,
        title: `Article ${number}`,
        slug: `article-${number}`,
        publishedAt: new Date(Date.UTC(2026, 0, 100 - number)).toISOString(),
        reviewer,
        ...(isReviewed(number) && { lastReviewed: lastReviewed ?? '2026-01-01T12:00:00.000Z' }),
      },
    }
  })
  const { pages, hasMore } = pagesBy(
    startReading(fixtureSnapshot({ documents: [clinician, ...documents] })).content,
    reviewer,
    'reviewer',
  )
  return { titles: pages.map(({ title }) => title), hasMore }
}

test('a page that was reviewed is named, however many newer ones wait for their review', () => {
  expect(reviewedBy(30, (number) => number === 29)).toEqual({ titles: ['Article 29'], hasMore: false })
})

test('pages that wait for their review are none of those that are not named', () => {
  expect(reviewedBy(13, (number) => number < 12)).toMatchObject({ hasMore: false })
  expect(reviewedBy(14, (number) => number !== 5)).toMatchObject({ hasMore: true })
})

test('all of a person’s own pages are named, reviewed or not', () => {
  const { content } = startReading(fixtureSnapshot())
  expect(pagesBy(content, ids.team, 'authors').pages.length).toBeGreaterThan(0)
})
