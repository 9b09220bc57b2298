import { staleBuilds } from '../building/build.ts'
import { runBuilds } from '../building/run-builds.ts'
import { allBuilds } from '../building/targets.ts'
import { buildEnvironment } from '../environment/local-environment.ts'
import { projectRoot } from '../project.ts'
import type { TestMeans } from './means.ts'
import type { Outcome } from './outcome.ts'

/** Builds what is stale, for the tests that start Careword as people do. */
export async function buildForTests({ supervisor, write }: TestMeans): Promise<Outcome> {
  const start = performance.now()
  const { variables } = await buildEnvironment()
  const outcome = (passed: number, failed: number): Outcome => ({
    title: 'builds',
    passed,
    failed,
    seconds: (performance.now() - start) / 1000,
  })
  try {
    const stale = await staleBuilds(projectRoot, allBuilds)
    await runBuilds(projectRoot, stale, {
      supervisor,
      variables,
      detail: (line) => {
        write(`  ${line}`)
      },
    })
    return outcome(1, 0)
  } catch (error) {
    write(error instanceof Error ? error.message : String(error))
    return outcome(0, 1)
  }
}
