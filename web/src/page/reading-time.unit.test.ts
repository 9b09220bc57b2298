import { describe, expect, test } from '@jest/globals'
import { readingMinutes } from './reading-time.ts'

describe('readingMinutes', () => {
  test('counts words, not markup', () => {
    const word = '<a href="/a long address with spaces/">word</a> '
    expect(readingMinutes(word.repeat(440))).toBe(2)
  })

  test('is one minute for the shortest text', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('<p>Three short words</p>')).toBe(1)
  })
})
