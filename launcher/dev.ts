import { rendererBuild } from './building/targets.ts'
import { watchSources } from './building/watch-sources.ts'
import { localEnvironment } from './environment/local-environment.ts'
import { explain } from './failure.ts'
import { launch, type Means } from './launch.ts'
import { forgetRunning } from './processes/running.ts'
import { inProject } from './project.ts'
import { announcement } from './steps/announce.ts'
import { buildWhatIsStale } from './steps/build-what-is-stale.ts'
import { checkPorts } from './steps/check-ports.ts'
import { makeImportMap } from './steps/make-import-map.ts'
import { startPublisher, startServices } from './steps/start-services.ts'

/** What the publisher runs, besides the templates that it loads. */
const WATCHED = ['web/src', 'web/content', 'web/renderer', 'web/publisher', 'shared/src']

/**
 * `pnpm dev`: the CMS from its sources, which reloads itself; and the site, whose templates are built and published
 * again after each change.
 */
async function develop(means: Means): Promise<number> {
  const { progress } = means
  progress.note('Starting Careword for development')
  const environment = await localEnvironment()
  const { settings, variables } = environment
  await checkPorts(settings, progress)
  means.atEnd(() => forgetRunning(settings.dataDirectory))
  await makeImportMap(variables, means)
  await buildWhatIsStale([rendererBuild], variables, means)
  const started = await startServices(environment, 'dev', means)
  progress.note(announcement(settings, started).join('\n'))

  let { publisher } = started
  const refresh = async () => {
    progress.note('\nThe site’s sources have changed.')
    await buildWhatIsStale([rendererBuild], variables, means)
    await publisher.stop()
    const restarted = await startPublisher(environment, means)
    publisher = restarted.child
    progress.note(restarted.siteTrouble ?? '  Reload the page to see the change.')
  }
  const refreshOrTell = () =>
    refresh().catch((error: unknown) => {
      // A template with a mistake: the site stays as it is until the next change.
      progress.note(explain(error))
    })
  const watched = WATCHED.map((folder) => inProject(folder))
  await Promise.race([means.supervisor.failure, watchSources(watched, refreshOrTell)])
  return 0
}

await launch(develop, { exitCodeWhenAsked: 0 })
