import { findChromium, installChromium, mayInstallChromium } from './chromium.ts'
import type { TestMeans } from './means.ts'
import type { Outcome } from './outcome.ts'
import { runJest } from './run-jest.ts'

const TITLE = 'browser tests'

/**
 * Finds or installs Chromium, and runs the browser tests. What the browser looks at must have been built.
 *
 * @returns tests that cannot be run count as failed when `CI` is set
 */
export async function runBrowserTests(args: string[], means: TestMeans): Promise<Outcome> {
  const chromium = await chromiumPath(means)
  if (chromium === undefined) return withoutChromium(means)
  const variables = { ...means.variables, CHROMIUM_PATH: chromium }
  return runJest({ title: TITLE, kind: 'browser', args }, { ...means, variables })
}

async function chromiumPath({ supervisor, variables, write }: TestMeans): Promise<string | undefined> {
  const found = findChromium(variables.CHROMIUM_PATH)
  if (found !== undefined || !mayInstallChromium()) return found
  write('  Chromium is not here: installing Debian’s.')
  if (!(await installChromium(supervisor, variables))) write('  apt-get could not install it.')
  return findChromium(undefined)
}

function withoutChromium({ variables, write }: TestMeans): Outcome {
  const inCi = Boolean(variables.CI) && variables.CI !== 'false'
  const line = '!'.repeat(100)
  write(
    [
      line,
      'THE BROWSER TESTS WERE NOT RUN: there is no Chromium or Chrome on this machine.',
      'Install one, or set CHROMIUM_PATH to the program. On Debian, as root: apt-get install chromium',
      ...(inCi ? ['That counts as a failure, because CI is set.'] : []),
      line,
    ].join('\n'),
  )
  return { title: TITLE, passed: 0, failed: inCi ? 1 : 0, seconds: 0, notRun: 'no Chromium' }
}
