import { readEnvironment } from '@careword/shared/environment.ts'
import { serveEnvironment } from '../environment.ts'
import { listenOn, stopListening } from '../listen.ts'
import { createSiteServer } from '../server/site-server.ts'
import type { CommandContext } from './command.ts'
import { openServedSite } from '../store/served-site.ts'
import { untilStopped } from './until-stopped.ts'

/** `site serve`: serves the site on this machine until it is stopped. */
export async function serveCommand({ variables, site, print }: CommandContext): Promise<number> {
  const { SITE_PORT } = readEnvironment(serveEnvironment, variables)
  const stopped = untilStopped()
  const warn = (sentence: string) => {
    print(`WARN: ${sentence}`)
  }
  const server = createSiteServer(openServedSite(site, warn), warn)
  const port = await listenOn(server, SITE_PORT, 'SITE_PORT')
  print(`The site is at http://localhost:${port}/. Stop with Ctrl-C.`)
  await stopped
  await stopListening(server)
  return 0
}
