import { allBuilds } from './building/targets.ts'
import { localEnvironment } from './environment/local-environment.ts'
import { launch, type Means } from './launch.ts'
import { forgetRunning } from './processes/running.ts'
import { announcement } from './steps/announce.ts'
import { buildWhatIsStale } from './steps/build-what-is-stale.ts'
import { checkPorts } from './steps/check-ports.ts'
import { startServices } from './steps/start-services.ts'

/** `pnpm start`: everything, on this machine, as it is in production. */
async function start(means: Means): Promise<never> {
  const { progress } = means
  progress.note('Starting Careword')
  const environment = await localEnvironment()
  const { settings, variables } = environment
  await checkPorts(settings, progress)
  means.atEnd(() => forgetRunning(settings.dataDirectory))
  await buildWhatIsStale(allBuilds, variables, means)
  const started = await startServices(environment, 'start', means)
  progress.note(announcement(settings, started).join('\n'))
  return means.supervisor.failure
}

await launch(start, { exitCodeWhenAsked: 0 })
