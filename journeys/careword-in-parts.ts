import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { localEnvironment } from '../launcher/environment/local-environment.ts'
import { waitForAnswer } from '../launcher/processes/answer.ts'
import type { Answer } from '../launcher/processes/answer.ts'
import { startChild } from '../launcher/processes/child.ts'
import type { Child } from '../launcher/processes/child.ts'
import { cmsService, publisherService, siteServerService } from '../launcher/services.ts'
import type { Service } from '../launcher/services.ts'
import { statusSchema } from '../web/publisher/service/status.ts'
import { freePorts } from './free-ports.ts'
import { standBetween } from './nudges.ts'
import type { Nudges } from './nudges.ts'

/** One of the programs. */
export type Part = {
  /** Starts it, and waits until it answers. */
  start: () => Promise<void>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
  /** What it said since it was last started. */
  readonly said: () => string
}

/** A whole Careword of its own, of which each program can be killed and started again. */
export type CarewordInParts = {
  cmsUrl: string
  siteUrl: string
  publisherUrl: string
  setupToken: string
  /** The environment of the programs. */
  variables: Record<string, string>
  dataDirectory: string
  siteDirectory: string
  cms: Part
  site: Part
  publisher: Part
  nudges: Nudges
  /** Ends everything and removes the data. */
  stop: () => Promise<void>
}

const START_PATIENCE_IN_SECONDS = 240
const SETUP_TOKEN = 'the-link-for-the-first-account-of-a-journey'

/** Starts the programs that were built, as the launcher does, with a new data folder on free ports. */
export async function startCarewordInParts(): Promise<CarewordInParts> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'careword-journey-'))
  const ports = await freePorts(3)
  const [CMS_PORT = 0, SITE_PORT = 0, PUBLISHER_PORT = 0] = ports
  const publisherUrl = `http://127.0.0.1:${PUBLISHER_PORT}`
  const nudges = await standBetween(publisherUrl)
  const environment = await localEnvironment({
    PATH: process.env.PATH ?? '',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: dataDirectory,
    SITE_DIR: path.join(dataDirectory, 'site'),
    CMS_PORT: String(CMS_PORT),
    SITE_PORT: String(SITE_PORT),
    PUBLISHER_PORT: String(PUBLISHER_PORT),
    PUBLISHER_URL: nudges.url,
    POLL_SECONDS: '1',
  })
  const { settings, variables } = environment
  await mkdir(path.join(dataDirectory, 'logs'))

  const cms = part(
    cmsService(environment, { mode: 'start', setupToken: SETUP_TOKEN }),
    `http://127.0.0.1:${CMS_PORT}/api/users/init`,
  )
  // Before the first publish it has no page; that it answers is enough.
  const site = part(siteServerService(environment), `http://127.0.0.1:${SITE_PORT}/`, () => true)
  const publisher = part(
    publisherService(environment),
    `${publisherUrl}/status`,
    ({ ok, body }) => ok && statusSchema.parse(JSON.parse(body)).finished > 0,
  )
  const stop = async () => {
    await Promise.all([publisher.kill(), site.kill(), cms.kill(), nudges.stop()])
    rmSync(dataDirectory, { recursive: true, force: true })
  }
  try {
    for (const one of [cms, site, publisher]) await one.start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    cmsUrl: settings.addresses.CMS_URL,
    siteUrl: settings.addresses.SITE_URL,
    publisherUrl,
    setupToken: SETUP_TOKEN,
    variables,
    dataDirectory,
    siteDirectory: settings.siteDirectory,
    cms,
    site,
    publisher,
    nudges,
    stop,
  }
}

function part({ command, logFile }: Service, url: string, accept?: (answer: Answer) => boolean): Part {
  let child: Child | undefined
  let hasEnded = true
  let lines: string[] = []
  return {
    said: () => lines.join('\n'),
    async start() {
      lines = []
      hasEnded = false
      child = startChild(command, { logFile, onLine: (line) => lines.push(line) })
      void child.exited.then(() => (hasEnded = true))
      try {
        await waitForAnswer(url, {
          patienceInSeconds: START_PATIENCE_IN_SECONDS,
          ...(accept && { accept }),
        })
      } catch (cause) {
        throw new Error(`${command.name} did not start. It said:\n${lines.join('\n')}`, { cause })
      }
    },
    async kill() {
      if (child?.pid === undefined || hasEnded) return
      process.kill(-child.pid, 'SIGKILL')
      await child.exited
    },
  }
}
