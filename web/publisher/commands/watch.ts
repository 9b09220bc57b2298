import { readEnvironment } from '@careword/shared/environment.ts'
import { createDeliveryClient } from '../deliveries/delivery-client.ts'
import { stateDirectories } from '../directories.ts'
import { watchEnvironment } from '../environment.ts'
import { provingTimes } from '../proof/proving.ts'
import { createVisitor } from '../proof/visitor.ts'
import { takeLock } from '../service/lock.ts'
import { serviceTimes, startService } from '../service/service.ts'
import type { CommandContext } from './command.ts'
import { openSitePublisher } from './open-site-publisher.ts'
import { untilStopped } from './until-stopped.ts'

/** `site watch`: follows the CMS until it is stopped. */
export async function watchCommand(context: CommandContext): Promise<number> {
  const environment = readEnvironment(watchEnvironment, context.variables)
  const { CMS_URL, SITE_URL, PROOF_URL = SITE_URL, PUBLISHER_API_KEY } = environment
  const stopped = untilStopped()
  const release = await takeLock(stateDirectories(context.dataDirectory).lock)
  try {
    const service = await startService({
      publisher: await openSitePublisher(environment, context),
      visitor: createVisitor(PROOF_URL, provingTimes.attemptMs),
      deliveryClient: createDeliveryClient({ cmsUrl: CMS_URL, apiKey: PUBLISHER_API_KEY }),
      siteDirectory: context.site.site,
      secrets: environment.NUDGE_SECRET,
      port: environment.PUBLISHER_PORT,
      pollMs: environment.POLL_SECONDS * 1000,
      ...serviceTimes,
      log: context.print,
    })
    context.print(`Following ${CMS_URL}; nudges come to port ${service.port}. Stop with Ctrl-C.`)
    await stopped
    context.print('Stopping after the publish that goes on.')
    await service.close()
    return 0
  } finally {
    await release()
  }
}
