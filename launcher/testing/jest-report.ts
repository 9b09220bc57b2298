import { z } from 'zod'

const schema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
})

/** The counts of one run of Jest. */
export type JestCounts = { passed: number; failed: number; skipped: number }

/**
 * Reads the file that `jest --json --outputFile` writes.
 *
 * @param text undefined when Jest wrote none, because it crashed
 * @param code Jest's exit code
 * @returns the tests counted; a test file that could not be run at all, a run without any test, and a crash each
 *   count as one failure, so that no failure is lost
 */
export function readJestReport(text: string | undefined, code: number | null): JestCounts {
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report = schema.parse(JSON.parse(text))
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const silentFailure = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: silentFailure ? 1 : failed, skipped }
}
