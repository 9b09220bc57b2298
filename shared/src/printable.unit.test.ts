import { describe, expect, test } from '@jest/globals'
import { printable } from './printable.ts'

describe('a text without unprintable characters', () => {
  test.each([
    ['a\0b', 'ab'],
    ['one\u000btwo\u000cthree', 'one two three'],
    ['a\u0001\u0008\u000e\u001fb', 'ab'],
    ['a\ufffe\uffffb', 'ab'],
    ['half \ud83d of a pair, \ude00', 'half  of a pair, '],
    ['\ude00\ud83d', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  test.each(['', 'Plain', 'a\tb\nc\r\nd', 'é 😀 \u007f\u0085\u200b\ufffd\ufeff', '<a href="b">&amp;</a>'])(
    '%j stays as it is',
    (text) => {
      expect(printable(text)).toBe(text)
    },
  )
})
