import { describe, expect, test } from '@jest/globals'
import { WARNINGS_LIMIT } from '@careword/shared/delivery.ts'
import { formatRemark } from '../../content/remark.ts'
import { warningsTold } from './warnings-told.ts'

const ofArticle = (title: string, reason = 'it is odd.') =>
  formatRemark({ document: { collection: 'articles', id: 'a', title }, field: 'body', reason })

describe('warningsTold', () => {
  test('names the document and the field of each', () => {
    expect(warningsTold([ofArticle('A')])).toEqual({
      first: [
        { document: { collection: 'articles', id: 'a', title: 'A' }, field: 'body', text: 'it is odd.' },
      ],
      count: 1,
    })
  })

  test('tells a sentence as it is that names no document of the CMS', () => {
    const ofUnknown = formatRemark({
      document: { collection: 'videos', id: 'v', title: 'V' },
      field: 'film',
      reason: 'it is odd.',
    })
    expect(warningsTold(['Something is odd.', ofUnknown])).toEqual({
      first: [
        { document: null, field: null, text: 'Something is odd.' },
        { document: null, field: null, text: '“V”: it is odd.' },
      ],
      count: 2,
    })
  })

  test('tells first of what stands on every page', () => {
    const document = { collection: 'crisis', id: 'crisis', title: 'Crisis lines' }
    const ofAll = formatRemark({ document, field: 'lines', reason: 'they are not filled in.' })
    const { first } = warningsTold([ofArticle('A'), ofAll, ofArticle('B')])
    expect(first.map((warning) => warning.document?.title)).toEqual(['Crisis lines', 'A', 'B'])
  })

  test('tells so many at most, and of each so much at most', () => {
    const long = 'word '.repeat(2_000)
    const many = Array.from({ length: WARNINGS_LIMIT + 7 }, (_, place) => ofArticle(`${place} ${long}`, long))
    const told = warningsTold(many)
    expect([told.first.length, told.count]).toEqual([WARNINGS_LIMIT, WARNINGS_LIMIT + 7])
    expect(JSON.stringify(told).length).toBeLessThan(80_000)
    expect(told.first[0]?.text).toMatch(/^word word .* word…$/)
  })
})
