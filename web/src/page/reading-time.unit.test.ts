import { describe, expect, test } from '@jest/globals'
import { readingMinutes } from './reading-time.ts'

describe('readingMinutes', () => {
  test('counts words, not markup', () => {
    const word = '<a href="/a long address with spaces/">word</a> '
    expect(readingMinutes(word.repeat(440))).toBe(2)
  })

  test('takes any space, and any tag, for the end of a word', () => {
    const twelve = 'one two\u00a0three\u2003four\nfive\tsix<br>seven<b>eight</b>nine, ten – eleven '
    expect(readingMinutes(twelve.repeat(100))).toBe(Math.round(1200 / 220))
    expect(readingMinutes('word'.repeat(10_000))).toBe(1)
  })

  test('is one minute for the shortest text', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('<p>Three short words</p>')).toBe(1)
  })
})
