import { describe, expect, test } from '@jest/globals'
import { todayIn } from './snapshot.ts'

describe('todayIn', () => {
  test('is still yesterday in Boston when it is already today in London', () => {
    const justAfterMidnight = new Date('2026-03-01T00:30:00Z')
    expect(todayIn('Europe/London', justAfterMidnight)).toBe('2026-03-01')
    expect(todayIn('America/New_York', justAfterMidnight)).toBe('2026-02-28')
  })

  test('refuses a time zone that does not exist', () => {
    expect(() => todayIn('Mars/Olympus', new Date(0))).toThrow(RangeError)
  })
})
