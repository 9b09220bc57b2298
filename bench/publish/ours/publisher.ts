import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { LocalEnvironment } from '../../../launcher/environment/local-environment.ts'
import { publisherService, siteServerService } from '../../../launcher/services.ts'
import { removeFolder } from '../folders.ts'
import type { Measuring } from '../measuring.ts'
import type { AtEnd } from '../programs/at-end.ts'
import { runProgram, startProgram } from '../programs/run-program.ts'
import type { Service } from '../programs/run-program.ts'

const FIRST_PUBLISH_LIMIT_SECONDS = 900
const REBUILD_LIMIT_SECONDS = 900
const SERVER_LIMIT_SECONDS = 30
const LOOK_AGAIN_MS = 200

const statusSchema = z.object({ site: z.object({ pages: z.number() }).nullable() })

/** Where the publisher keeps the site and what it knows of it. */
export function publisherFolders({ settings }: LocalEnvironment): string[] {
  return [path.join(settings.dataDirectory, 'publisher'), path.dirname(settings.siteDirectory)]
}

/** Removes what an earlier run published. */
export async function removeSite(environment: LocalEnvironment): Promise<void> {
  for (const folder of publisherFolders(environment)) await removeFolder(folder)
  await mkdir(path.dirname(environment.settings.siteDirectory), { recursive: true })
}

/** Starts the publisher and waits until it has published the site. */
export async function startPublisher(
  environment: LocalEnvironment,
  atEnd: AtEnd,
  onPid: (pid: number) => void,
): Promise<Service> {
  return startProgram(publisherService(environment).command, {
    atEnd,
    limitSeconds: FIRST_PUBLISH_LIMIT_SECONDS,
    isReady: async () => (await pagesOf(environment)) !== undefined,
    onPid,
  })
}

/** Waits until the folder for other hosts is whole too, and the system has written to the disk what the first publish left it. */
export async function untilAtRest({ settings }: LocalEnvironment, atEnd: AtEnd): Promise<void> {
  // The rules for the host come last.
  while (!existsSync(path.join(settings.siteDirectory, '_headers'))) await pause(LOOK_AGAIN_MS)
  const variables = { PATH: process.env.PATH ?? '' }
  await runProgram(
    { name: 'sync', program: 'sync', args: [], folder: settings.dataDirectory, variables },
    { atEnd, limitSeconds: FIRST_PUBLISH_LIMIT_SECONDS },
  )
}

/** How many pages the site has that the running publisher published; undefined before the first. */
export async function pagesOf({ settings }: LocalEnvironment): Promise<number | undefined> {
  const response = await fetch(`${settings.addresses.PUBLISHER_URL}/status`)
  return statusSchema.parse(await response.json()).site?.pages
}

/** Starts the server of the site, and waits until it shows the first page. */
export async function startServer(environment: LocalEnvironment, atEnd: AtEnd): Promise<Service> {
  return startProgram(siteServerService(environment).command, {
    atEnd,
    limitSeconds: SERVER_LIMIT_SECONDS,
    isReady: async () => (await fetch(environment.settings.addresses.SITE_URL)).ok,
  })
}

/**
 * Has all pages rendered anew by the running publisher, so many times.
 *
 * @returns how long the command took each time, in seconds; nothing when the publisher has no such command
 */
export async function measureRebuilds(
  environment: LocalEnvironment,
  runs: number,
  { atEnd, quiet }: Pick<Measuring, 'atEnd' | 'quiet'>,
): Promise<number[]> {
  const help: string[] = []
  const run = (word: string, onLine: (line: string) => void = () => undefined) =>
    runProgram(siteCommand(environment, word), { atEnd, limitSeconds: REBUILD_LIMIT_SECONDS, onLine })
  await run('help', (line) => help.push(line))
  const seconds: number[] = []
  if (!help.some((line) => /^\s+rebuild\s/.test(line))) return seconds
  while (seconds.length < runs) {
    await quiet.untilQuiet()
    seconds.push(await run('rebuild'))
  }
  return seconds
}

/** The command line of the site, in the place of the publisher's service. */
function siteCommand(environment: LocalEnvironment, word: string) {
  const { command } = publisherService(environment)
  return { ...command, name: `site ${word}`, args: [...command.args.slice(0, -1), word] }
}
