import type { LocalEnvironment } from '../../../launcher/environment/local-environment.ts'
import { cmsService } from '../../../launcher/services.ts'
import type { AtEnd } from '../programs/at-end.ts'
import { startProgram } from '../programs/run-program.ts'
import type { Service } from '../programs/run-program.ts'

const CMS_LIMIT_SECONDS = 60

/** Starts the CMS as it was built for production. @throws Error with what it printed */
export async function startCms(environment: LocalEnvironment, atEnd: AtEnd): Promise<Service> {
  const { command } = cmsService(environment, {
    mode: 'start',
    setupToken: 'no one makes a first account here',
  })
  const url = `${environment.settings.addresses.CMS_URL}/api/users/init`
  return startProgram(command, {
    atEnd,
    limitSeconds: CMS_LIMIT_SECONDS,
    isReady: async () => (await fetch(url)).ok,
  })
}
