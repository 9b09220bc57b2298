import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inProject, projectRoot } from '../project.ts'
import type { Supervisor } from '../processes/supervisor.ts'
import { readJestReport } from './jest-report.ts'
import type { Outcome } from './outcome.ts'

/** The kinds of test, which are Jest's projects. */
export const testKinds = ['unit', 'api', 'journey', 'browser'] as const
export type TestKind = (typeof testKinds)[number]

const JEST = inProject('node_modules', 'jest', 'bin', 'jest.js')
// Long enough for the slowest machine, short enough that a test which hangs does not hang the command.
const LIMIT_IN_SECONDS = 900

/**
 * Runs the tests of one kind; Jest reports to the terminal as it goes.
 *
 * @param args given to Jest before everything else: patterns and options
 */
export async function runJest(
  { title, kind, args }: { title: string; kind: TestKind; args: string[] },
  { supervisor, variables }: { supervisor: Supervisor; variables: Record<string, string> },
): Promise<Outcome> {
  const start = performance.now()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'careword-jest-'))
  const report = path.join(folder, 'report.json')
  try {
    const exit = await supervisor.run(
      jestCommand(
        [...args, '--maxWorkers=2', '--json', `--outputFile=${report}`, '--selectProjects', kind],
        variables,
      ),
      'terminal',
      LIMIT_IN_SECONDS,
    )
    const text = existsSync(report) ? await readFile(report, 'utf8') : undefined
    const { skipped, ...counts } = readJestReport(text, exit.code)
    const seconds = (performance.now() - start) / 1000
    return { title, ...counts, seconds, ...(skipped > 0 && { notRun: `${skipped} skipped` }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Which kinds of test there are among those that Jest would run with these arguments.
 *
 * @throws Error with Jest's own words when it does not understand them
 */
export async function kindsFor(
  args: string[],
  { supervisor, variables }: { supervisor: Supervisor; variables: Record<string, string> },
): Promise<TestKind[]> {
  const lines: string[] = []
  const exit = await supervisor.run(jestCommand([...args, '--listTests'], variables), {
    onLine: (line) => lines.push(line),
  })
  if (exit.code !== 0) throw new Error(lines.join('\n'))
  return testKinds.filter((kind) => lines.some((line) => line.endsWith(`.${kind}.test.ts`)))
}

function jestCommand(args: string[], variables: Record<string, string>) {
  return {
    name: 'Jest',
    program: process.execPath,
    args: [JEST, ...args],
    folder: projectRoot,
    variables: { ...variables, NODE_ENV: 'test', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  }
}
