import { allBuilds } from '../../../launcher/building/targets.ts'
import { buildEnvironment } from '../../../launcher/environment/local-environment.ts'
import { createSupervisor } from '../../../launcher/processes/supervisor.ts'
import { createProgress } from '../../../launcher/progress.ts'
import { buildWhatIsStale } from '../../../launcher/steps/build-what-is-stale.ts'
import type { Measuring } from '../measuring.ts'

/** Builds the CMS and the templates for production, where the sources are newer. @throws BuildFailedError */
export async function buildCareword({ atEnd, tell }: Pick<Measuring, 'atEnd' | 'tell'>): Promise<void> {
  const supervisor = createSupervisor()
  const forget = atEnd.add(supervisor.stop)
  const { variables } = await buildEnvironment()
  await buildWhatIsStale(allBuilds, variables, {
    supervisor,
    progress: createProgress(tell),
    atEnd: atEnd.add,
  })
  forget()
}
