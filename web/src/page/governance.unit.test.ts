import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { pages } from '../../content/fixtures/pages.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import {
  firstPublished,
  isReviewOverdue,
  lastChanged,
  majorChanges,
  unreviewedMark,
  type Governed,
} from './governance.ts'

type Fields = Partial<Extract<Governed, { collection: 'pages' }>['fields']>

function page(fields: Fields): Governed {
  const [first] = pages
  if (!first) throw new Error('The fixtures have no page.')
  return { ...first, fields: { ...first.fields, ...fields } }
}

describe('unreviewedMark', () => {
  const { content } = startReading(fixtureSnapshot())
  const marked = (document: Governed) => unreviewedMark(document, content)
  const lastReviewed = '2026-01-01'
  const reviewed = { reviewer: ids.reviewer, lastReviewed }
  const article = (fields: Fields): Governed => ({ ...page(fields), collection: 'articles' }) as Governed

  test('is there until there are a reviewer and the date of a review', () => {
    const half = [{}, { reviewer: ids.reviewer }, { lastReviewed }]
    const byNobody = { reviewer: ids.unpublishedArticle, lastReviewed }
    for (const fields of [...half, byNobody]) {
      expect(marked(article(fields))).toBe('Not yet reviewed by a clinician')
      expect(marked(article({ ...fields, starterContent: true }))).toBe(
        'Starter content: not yet reviewed by a clinician',
      )
    }
    expect(marked(article(reviewed))).toBeUndefined()
    expect(marked(article({ ...reviewed, starterContent: true }))).toBeUndefined()
  })

  test('is not needed on a page that is not about health, unless it is starter content', () => {
    expect(marked(page({}))).toBeUndefined()
    expect(marked(page({ starterContent: true }))).toContain('Starter content')
  })
})

describe('firstPublished', () => {
  const { content } = startReading(fixtureSnapshot())

  test('is the day at the clinic', () => {
    expect(firstPublished(page({ publishedAt: '2026-05-02T01:30:00.000Z' }), content)).toBe('2026-05-01')
  })
})

describe('isReviewOverdue', () => {
  test('begins the day after the review was due', () => {
    const due = page({ reviewDue: '2026-05-10T12:00:00.000Z' })
    expect(isReviewOverdue(due, '2026-05-10')).toBe(false)
    expect(isReviewOverdue(due, '2026-05-11')).toBe(true)
    expect(isReviewOverdue(page({}), '2026-05-11')).toBe(false)
  })
})

const changeNotes: Fields['changeNotes'] = [
  { date: '2026-01-02T12:00:00.000Z', kind: 'major', text: 'first' },
  { date: '2026-04-02T12:00:00.000Z', kind: 'minor', text: 'typing error' },
  { date: '2026-03-02T12:00:00.000Z', kind: 'major', text: 'second' },
]

describe('majorChanges', () => {
  test('tells the newest first and leaves out minor ones', () => {
    expect(majorChanges(page({ changeNotes })).map(({ text }) => text)).toEqual(['second', 'first'])
  })
})

describe('lastChanged', () => {
  test('is the latest of publication, review and change', () => {
    const publishedAt = '2026-02-01T08:00:00.000Z'
    expect(lastChanged(page({ publishedAt }))).toBe('2026-02-01')
    expect(lastChanged(page({ publishedAt, changeNotes }))).toBe('2026-04-02')
    expect(lastChanged(page({ publishedAt, changeNotes, lastReviewed: '2026-05-01T12:00:00.000Z' }))).toBe(
      '2026-05-01',
    )
  })
})
