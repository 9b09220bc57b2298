import { describe, expect, test } from '@jest/globals'
import { readJestReport } from './jest-report.ts'

const report = (counts: Record<string, number>) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    ...counts,
  })

describe('readJestReport', () => {
  test('counts tests', () => {
    const text = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
    expect(readJestReport(text, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  test('counts a file that could not be run as a failure', () => {
    expect(readJestReport(report({ numPassedTests: 7, numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({
      failed: 1,
    })
  })

  test.each<[string, string | undefined, number | null]>([
    ['a crash that left no report', undefined, 134],
    ['an exit code that no test explains', report({ numPassedTests: 7 }), 1],
    ['an end by a signal', report({ numPassedTests: 7 }), null],
    ['a run without any test', report({}), 0],
  ])('counts %s as one failure', (_, text, code) => {
    expect(readJestReport(text, code)).toMatchObject({ failed: 1 })
  })
})
