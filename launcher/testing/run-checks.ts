import { describeExit } from '../processes/child.ts'
import type { Check } from './checks.ts'
import type { TestMeans } from './means.ts'
import type { Outcome } from './outcome.ts'

const AT_ONCE = 2

/**
 * Runs the checks, two at once, and shows what those that fail have to say.
 *
 * @returns an outcome for each check, in the order given
 */
export async function runChecks(checks: Check[], means: TestMeans): Promise<Outcome[]> {
  const outcomes = new Map<Check, Outcome>()
  const queue = [...checks]
  const work = async () => {
    for (let check = queue.shift(); check; check = queue.shift())
      outcomes.set(check, await runCheck(check, means))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return checks.flatMap((check) => outcomes.get(check) ?? [])
}

async function runCheck(
  { title, command }: Check,
  { supervisor, variables, write }: TestMeans,
): Promise<Outcome> {
  const start = performance.now()
  const said: string[] = []
  const exit = await supervisor.run(
    { ...command, name: title, variables },
    { onLine: (line) => said.push(line) },
  )
  const seconds = (performance.now() - start) / 1000
  if (exit.code === 0) {
    write(`  ✓ ${title} (${seconds.toFixed(1)} s)`)
    return { title, passed: 1, failed: 0, seconds }
  }
  write([`  ✗ ${title}: it ${describeExit(exit)}`, ...said].join('\n'))
  return { title, passed: 0, failed: 1, seconds }
}
