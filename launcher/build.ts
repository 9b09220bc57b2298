import { allBuilds } from './building/targets.ts'
import { buildEnvironment } from './environment/local-environment.ts'
import { givenVariables } from './environment/given-variables.ts'
import { launch } from './launch.ts'
import { inProject } from './project.ts'
import { buildWhatIsStale } from './steps/build-what-is-stale.ts'

/** `pnpm build`: all code; then, given a CMS and a key to it, the static site, as a static host's build step would. */
await launch(async (means) => {
  const { variables } = await buildEnvironment()
  await buildWhatIsStale(allBuilds, variables, means)

  const { CMS_URL, PUBLISHER_API_KEY } = await givenVariables()
  if (!CMS_URL || !PUBLISHER_API_KEY) {
    means.progress.note('The site itself was not built: that takes CMS_URL and PUBLISHER_API_KEY.')
    return 0
  }
  const site = {
    name: 'the site',
    program: process.execPath,
    args: ['publisher/build.ts'],
    folder: inProject('web'),
  }
  const exit = await means.supervisor.run({ ...site, variables }, 'terminal')
  return exit.code ?? 1
})
