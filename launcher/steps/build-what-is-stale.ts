import { type Build, staleBuilds } from '../building/build.ts'
import { runBuilds } from '../building/run-builds.ts'
import type { Means } from '../launch.ts'
import { projectRoot } from '../project.ts'

/** @throws BuildFailedError with what the build said */
export async function buildWhatIsStale(
  builds: Build[],
  variables: Record<string, string>,
  { supervisor, progress }: Means,
): Promise<void> {
  const stale = await staleBuilds(projectRoot, builds)
  if (stale.length === 0) {
    progress.note('  ✓ Nothing to build')
    return
  }
  const names = stale.map(({ name }) => name).join(' and ')
  await progress.step(`Building ${names}`, `Built ${names}`, (detail) =>
    runBuilds(projectRoot, stale, { supervisor, variables, detail }),
  )
}
