import { describe, expect, test } from '@jest/globals'
import { pages } from '../../content/fixtures/pages.ts'
import { isReviewOverdue, lastChanged, majorChanges, unreviewedMark, type Governed } from './governance.ts'

type Fields = Partial<Extract<Governed, { collection: 'pages' }>['fields']>

function page(fields: Fields): Governed {
  const [first] = pages
  if (!first) throw new Error('The fixtures have no page.')
  return { ...first, fields: { ...first.fields, ...fields } }
}

describe('unreviewedMark', () => {
  const reviewed = { reviewer: 'x', lastReviewed: '2026-01-01' }
  const article = (fields: Fields): Governed => ({ ...page(fields), collection: 'articles' }) as Governed

  test('is there until there are a reviewer and the date of a review', () => {
    for (const fields of [{}, { reviewer: 'x' }, { lastReviewed: '2026-01-01' }]) {
      expect(unreviewedMark(article(fields))).toBe('Not yet reviewed by a clinician')
      expect(unreviewedMark(article({ ...fields, starterContent: true }))).toBe(
        'Starter content: not yet reviewed by a clinician',
      )
    }
    expect(unreviewedMark(article(reviewed))).toBeUndefined()
    expect(unreviewedMark(article({ ...reviewed, starterContent: true }))).toBeUndefined()
  })

  test('is not needed on a page that is not about health, unless it is starter content', () => {
    expect(unreviewedMark(page({}))).toBeUndefined()
    expect(unreviewedMark(page({ starterContent: true }))).toContain('Starter content')
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
