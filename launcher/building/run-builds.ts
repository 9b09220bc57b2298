import { describeExit } from '../processes/child.ts'
import type { Supervisor } from '../processes/supervisor.ts'
import { seconds } from '../progress.ts'
import { removeStamp, type StaleBuild, writeStamp } from './build.ts'

/** A build failed; the message ends with what the build said. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError'
}

const HEARTBEAT_IN_SECONDS = 10

/**
 * Runs the builds, all at once, and remembers those that succeed. When one fails, the others are not waited for.
 *
 * @param detail is told when each build is done, and now and then what is still being built
 * @throws BuildFailedError with the output of the first build that failed
 */
export async function runBuilds(
  root: string,
  builds: StaleBuild[],
  {
    supervisor,
    variables,
    detail,
  }: {
    supervisor: Supervisor
    variables: Record<string, string>
    detail: (line: string) => void
  },
): Promise<void> {
  const start = performance.now()
  const waiting = new Set(builds.map(({ name }) => name))
  const heartbeat = setInterval(() => {
    detail(`still building ${[...waiting].join(' and ')}, ${seconds(performance.now() - start)} so far`)
  }, HEARTBEAT_IN_SECONDS * 1000)
  try {
    await Promise.all(
      builds.map(async (build) => {
        await runBuild(root, build, { supervisor, variables })
        waiting.delete(build.name)
        if (builds.length > 1) detail(`${build.name}: done after ${seconds(performance.now() - start)}`)
      }),
    )
  } finally {
    clearInterval(heartbeat)
  }
}

async function runBuild(
  root: string,
  build: StaleBuild,
  { supervisor, variables }: { supervisor: Supervisor; variables: Record<string, string> },
): Promise<void> {
  const said: string[] = []
  await removeStamp(root, build)
  const command = { ...build.command, name: build.name, variables: { ...variables, NODE_ENV: 'production' } }
  const exit = await supervisor.run(command, { onLine: (line) => said.push(line) })
  if (exit.code === 0) return writeStamp(root, build)
  throw new BuildFailedError(`${said.join('\n')}\n\nBuilding ${build.name} failed: it ${describeExit(exit)}.`)
}
