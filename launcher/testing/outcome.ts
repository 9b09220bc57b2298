/** What came of a part of the test command. */
export type Outcome = {
  title: string
  passed: number
  failed: number
  seconds: number
  /** Why nothing of it, or not all of it, was run. */
  notRun?: string
}

/** The line that closes the test command, for people and machines. */
export function countLine(outcomes: Outcome[]): string {
  const total = (kind: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[kind], 0)
  return `${total('passed')} passed, ${total('failed')} failed`
}

/** 0 only when something was tested and nothing failed. */
export function exitCode(outcomes: Outcome[]): 0 | 1 {
  const anyPassed = outcomes.some(({ passed }) => passed > 0)
  return anyPassed && outcomes.every(({ failed }) => failed === 0) ? 0 : 1
}

/** The table that is shown before the count: each part, how long it took, what was not run. */
export function summary(outcomes: Outcome[]): string[] {
  const width = Math.max(0, ...outcomes.map(({ title }) => title.length))
  return outcomes.map(({ title, passed, failed, seconds, notRun }) => {
    const ran = passed + failed > 0
    const mark = failed > 0 ? '✗' : ran ? '✓' : '–'
    const result = ran ? `${passed} passed, ${failed} failed` : 'not run'
    return `  ${mark} ${title.padEnd(width)}  ${`${seconds.toFixed(1)} s`.padStart(8)}  ${result}${notRun ? ` (${notRun})` : ''}`
  })
}
