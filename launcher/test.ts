import { testEnvironment } from './environment/test-environment.ts'
import { explain } from './failure.ts'
import { launch } from './launch.ts'
import { runBrowserTests } from './testing/browser-tests.ts'
import { buildForTests } from './testing/build-for-tests.ts'
import { checks } from './testing/checks.ts'
import { countLine, exitCode, type Outcome, summary } from './testing/outcome.ts'
import type { TestMeans } from './testing/means.ts'
import { runChecks } from './testing/run-checks.ts'
import { kindsFor, runJest, type TestKind, testKinds } from './testing/run-jest.ts'

/**
 * The test command. Without arguments: every check, every test. With arguments, which go to Jest (`pnpm test slug`):
 * only the tests that they name. The last line is the count.
 */
async function test(args: string[], means: TestMeans): Promise<Outcome[]> {
  const { write } = means
  const outcomes: Outcome[] = []
  const add = (...more: Outcome[]) => outcomes.push(...more)

  if (args.length === 0) {
    write('\nFormat, lint and types')
    add(...(await runChecks(checks, means)))
  }
  const kinds = args.length === 0 ? testKinds : await kindsFor(args, means)
  const wanted = (kind: TestKind) => kinds.includes(kind)
  if (wanted('unit')) {
    write('\nUnit tests')
    add(await runJest({ title: 'unit tests', kind: 'unit', args }, means))
  }
  if (wanted('api')) {
    write('\nAPI tests on SQLite')
    add(await runJest({ title: 'API tests on SQLite', kind: 'api', args }, means))
    add(await apiTestsOnMongo(args, means))
  }
  if (wanted('journey') || wanted('browser')) add(...(await testsOfBuilds(args, wanted, means)))
  return outcomes
}

async function testsOfBuilds(
  args: string[],
  wanted: (kind: TestKind) => boolean,
  means: TestMeans,
): Promise<Outcome[]> {
  means.write('\nBuilds')
  const build = await buildForTests(means)
  const outcomes = [build]
  const run = async (kind: TestKind, title: string, tests: () => Promise<Outcome>) => {
    if (!wanted(kind)) return
    const without = { title, passed: 0, failed: 0, seconds: 0, notRun: 'no build' }
    if (build.failed === 0) means.write(`\n${title[0]?.toUpperCase() ?? ''}${title.slice(1)}`)
    outcomes.push(build.failed > 0 ? without : await tests())
  }
  await run('journey', 'journeys', () => runJest({ title: 'journeys', kind: 'journey', args }, means))
  await run('browser', 'browser tests', () => runBrowserTests(args, means))
  return outcomes
}

async function apiTestsOnMongo(args: string[], means: TestMeans): Promise<Outcome> {
  const title = 'API tests on MongoDB'
  if (!means.variables.MONGODB_TEST_URI) {
    means.write(`\nNot run: the ${title}, because MONGODB_TEST_URI is not set.`)
    return { title, passed: 0, failed: 0, seconds: 0, notRun: 'MONGODB_TEST_URI is not set' }
  }
  means.write(`\n${title}`)
  const variables = { ...means.variables, CAREWORD_TEST_DATABASE: 'mongodb' }
  return runJest({ title, kind: 'api', args }, { ...means, variables })
}

await launch(async ({ supervisor, progress }) => {
  const means = { supervisor, variables: await testEnvironment(), write: progress.note }
  const outcomes = await test(process.argv.slice(2), means).catch((error: unknown): Outcome[] => {
    progress.note(`\n${explain(error)}`)
    return [{ title: 'the test command', passed: 0, failed: 1, seconds: 0, notRun: 'it broke off' }]
  })
  progress.note(`\n${summary(outcomes).join('\n')}\n\n${countLine(outcomes)}`)
  return exitCode(outcomes)
})
