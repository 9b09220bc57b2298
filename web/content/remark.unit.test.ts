import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatRemark, parseRemark } from './remark.ts'
import type { Remark } from './remark.ts'

const remark: Remark = {
  document: { collection: 'articles', id: '6b04bc2c2a3f3b7d91391422', title: 'Side “effects” (and risks)' },
  field: 'body',
  reason: 'the link “a” (b c), field “d”: x” leads nowhere.\nSo it does.',
}

describe('parseRemark', () => {
  test('reads what formatRemark wrote', () => {
    expect(formatRemark(remark)).toMatch(
      /^“Side “effects” \(and risks\)” \(articles 6b04bc2c2a3f3b7d91391422\), field “body”: the link/,
    )
    expect(parseRemark(formatRemark(remark))).toEqual(remark)
  })

  test('reads whatever people write into titles and texts', () => {
    const written = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('” (', '“', '”: ', '\n'))
    fc.assert(
      fc.property(written, written, (title, reason) => {
        const one = { ...remark, document: { ...remark.document, title }, reason }
        expect(parseRemark(formatRemark(one))).toEqual(one)
      }),
    )
  })

  test.each(['', 'Something is odd.', '“A”, field “body”: it is odd.'])('%j is none', (text) => {
    expect(parseRemark(text)).toBeUndefined()
  })
})
