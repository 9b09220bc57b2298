import { expect, test } from '@jest/globals'
import { shortened } from './shortened.ts'

test('a text is cut at the end of a word', () => {
  expect(shortened('short', 10)).toBe('short')
  expect(shortened('one two, three', 10)).toBe('one two…')
})
