import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type PublisherStatus, statusSchema } from '../../web/publisher/service/status.ts'
import type { LocalEnvironment } from '../environment/local-environment.ts'
import type { Means } from '../launch.ts'
import type { Child } from '../processes/child.ts'
import { rememberRunning } from '../processes/running.ts'
import { cmsService, publisherService, siteServerService } from '../services.ts'
import { startService } from './start-service.ts'

/** What runs, and what a person has to know of it. */
export type Started = {
  publisher: Child
  /** Makes the first account; undefined when there is one. */
  setupLink: string | undefined
  /** Why the site does not show what is published; undefined when it does. */
  siteTrouble: string | undefined
}

// The first start makes the database and writes the starter content.
const CMS_PATIENCE_IN_SECONDS = 240
const PUBLISHER_PATIENCE_IN_SECONDS = 120
const SITE_PATIENCE_IN_SECONDS = 30

/**
 * Starts the CMS, the site's server and the publisher, each when the one before it answers. The publisher comes last,
 * since it looks at what it published through that server.
 *
 * @param mode `dev`: the CMS from its sources
 */
export async function startServices(
  environment: LocalEnvironment,
  mode: 'start' | 'dev',
  means: Means,
): Promise<Started> {
  const { ports } = environment.settings
  const setupLink = await startCms(environment, mode, means)
  await startService(
    siteServerService(environment),
    {
      title: 'the site',
      url: `http://127.0.0.1:${ports.SITE_PORT}/`,
      // Before the first publish it has no page; that it answers is enough.
      accept: () => true,
      patienceInSeconds: SITE_PATIENCE_IN_SECONDS,
      onSpawned: remembering(environment, means),
    },
    means,
  )
  const { child: publisher, siteTrouble } = await startPublisher(environment, means)
  return { publisher, setupLink, siteTrouble }
}

/** Remembers all programs that run by then: this process may be ended by force before the one that is starting answers. */
function remembering({ settings }: LocalEnvironment, { supervisor }: Means): () => Promise<void> {
  return () => rememberRunning(settings.dataDirectory, { launcher: process.pid, programs: supervisor.pids() })
}

/** @returns the setup link while there is no account */
async function startCms(
  environment: LocalEnvironment,
  mode: 'start' | 'dev',
  means: Means,
): Promise<string | undefined> {
  const { ports, addresses } = environment.settings
  const setupToken = environment.variables.SETUP_TOKEN ?? randomBytes(24).toString('base64url')
  const { answer } = await startService(
    cmsService(environment, { mode, setupToken }),
    {
      title: 'the CMS',
      url: `http://127.0.0.1:${ports.CMS_PORT}/api/users/init`,
      patienceInSeconds: CMS_PATIENCE_IN_SECONDS,
      onSpawned: remembering(environment, means),
    },
    means,
  )
  const { initialized } = z.object({ initialized: z.boolean() }).parse(JSON.parse(answer.body))
  return initialized ? undefined : `${addresses.CMS_URL}/setup?token=${setupToken}`
}

/** Starts the publisher, and waits until it has tried to bring the site up to date; not until that is proved. */
export async function startPublisher(
  environment: LocalEnvironment,
  means: Means,
): Promise<{ child: Child; siteTrouble: string | undefined }> {
  const { child, answer } = await startService(
    publisherService(environment),
    {
      title: 'the publisher, which brings the site up to date',
      url: `http://127.0.0.1:${environment.settings.ports.PUBLISHER_PORT}/status`,
      accept: ({ ok, body }) => ok && parseStatus(body).finished > 0,
      patienceInSeconds: PUBLISHER_PATIENCE_IN_SECONDS,
      onSpawned: remembering(environment, means),
    },
    means,
  )
  const { cmsTrouble, publishTrouble, proofTrouble } = parseStatus(answer.body)
  return { child, siteTrouble: (publishTrouble ?? cmsTrouble ?? proofTrouble)?.message }
}

function parseStatus(body: string): PublisherStatus {
  return statusSchema.parse(JSON.parse(body))
}
