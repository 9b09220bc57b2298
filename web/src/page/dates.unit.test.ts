import { expect, test } from '@jest/globals'
import { dayIn, dayInWords, dayOf } from './dates.ts'

test('a date field means the day it was set to, wherever it is read', () => {
  expect(dayOf('2026-05-01T12:00:00.000Z')).toBe('2026-05-01')
  expect(dayInWords('2026-05-01T12:00:00.000Z')).toBe('May 1, 2026')
  expect(dayInWords('2026-05-01')).toBe('May 1, 2026')
})

test('a year of five digits, which is a typing error, does not keep a page from being shown', () => {
  expect(dayInWords('+020226-05-01T12:00:00.000Z')).toBe('May 1, 20226')
  expect(dayInWords(dayIn('America/New_York', '+020226-05-02T01:30:00.000Z'))).toBe('May 1, 20226')
})

test('an instant falls on the day of the clinic', () => {
  expect(dayIn('America/New_York', '2026-05-02T01:30:00.000Z')).toBe('2026-05-01')
})
