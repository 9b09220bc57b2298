import { describe, expect, test } from '@jest/globals'
import { countLine, exitCode, type Outcome, summary } from './outcome.ts'

const outcome = (counts: Partial<Outcome>): Outcome => ({
  title: 'part',
  passed: 0,
  failed: 0,
  seconds: 1,
  ...counts,
})

describe('countLine', () => {
  test('sums what every part counted', () => {
    const outcomes = [
      outcome({ passed: 1 }),
      outcome({ passed: 40, failed: 2 }),
      outcome({ notRun: 'no Chromium' }),
    ]
    expect(countLine(outcomes)).toBe('41 passed, 2 failed')
  })
})

describe('exitCode', () => {
  test.each<[string, Outcome[], 0 | 1]>([
    ['0 when all passed', [outcome({ passed: 3 }), outcome({ passed: 1 })], 0],
    ['0 when all that was run passed', [outcome({ passed: 3 }), outcome({ notRun: 'no Chromium' })], 0],
    ['1 when one failed', [outcome({ passed: 3 }), outcome({ failed: 1 })], 1],
    ['1 when nothing was run', [outcome({ notRun: 'no Chromium' })], 1],
    ['1 when there was nothing', [], 1],
  ])('is %s', (_, outcomes, expected) => {
    expect(exitCode(outcomes)).toBe(expected)
  })
})

describe('summary', () => {
  test('marks each part, and says what was not run and why', () => {
    const lines = summary([
      outcome({ title: 'lint', passed: 1 }),
      outcome({ title: 'unit tests', passed: 5, failed: 2, seconds: 12.34, notRun: '1 skipped' }),
      outcome({ title: 'browser', seconds: 0, notRun: 'no Chromium' }),
    ])
    expect(lines).toEqual([
      '  ✓ lint           1.0 s  1 passed, 0 failed',
      '  ✗ unit tests    12.3 s  5 passed, 2 failed (1 skipped)',
      '  – browser        0.0 s  not run (no Chromium)',
    ])
  })
})
