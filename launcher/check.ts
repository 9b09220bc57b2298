import { testEnvironment } from './environment/test-environment.ts'
import { launch } from './launch.ts'
import { checks } from './testing/checks.ts'
import { exitCode } from './testing/outcome.ts'
import { runChecks } from './testing/run-checks.ts'

/** Runs the checks of one kind alone: `pnpm lint`, `pnpm typecheck`. */
await launch(async ({ supervisor, progress }) => {
  const wanted = checks.filter(({ kind }) => kind === process.argv[2])
  const means = { supervisor, variables: await testEnvironment(), write: progress.note }
  return exitCode(await runChecks(wanted, means))
})
