import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { DeliveryClient } from '../deliveries/delivery-client.ts'
import { documentsNamedBy } from '../feed/brought-documents.ts'
import { Forecasts } from '../feed/forecasts.ts'
import { listenOn, stopListening } from '../listen.ts'
import type { ProvingTimes } from '../proof/proving.ts'
import type { Visitor } from '../proof/visitor.ts'
import type { SitePublisher } from '../site-publisher.ts'
import type { BurstTimes } from './burst.ts'
import { coalesce } from './coalesce.ts'
import type { RunRequest } from './coalesce.ts'
import { createComparison } from './comparison.ts'
import { createControlServer } from './control-server.ts'
import { failureOf } from './failure-of.ts'
import { createFollower } from './follower.ts'
import { pagesInFolder } from './pages-in-folder.ts'
import { doublingDelay } from './retry-delay.ts'
import { siteStateOf } from './site-state.ts'
import type { PublisherStatus } from './status.ts'
import { reportTrouble } from './trouble.ts'
import { verifySite } from './verify-site.ts'

/** What the service works with. Times are in milliseconds. */
export type ServiceOptions = {
  publisher: SitePublisher
  /** Looks at the site as visitors do. */
  visitor: Visitor
  deliveryClient: DeliveryClient
  /** The folder of the site; when a person asks for it, it is searched for pages that should not be there. */
  siteDirectory: string
  /** As in NUDGE_SECRET. */
  secrets: string
  /** 0 for any free one. */
  port: number
  /** How often to ask for changes when no nudge comes. */
  pollMs: number
  /** How often to compare everything with the CMS. */
  compareMs: number
  /** How often to look whether a new day has begun at the clinic. */
  dayCheckMs: number
  /** How long after a nudged publish to look for changes that were numbered before it and committed after it. */
  lookBackMs?: number
  /** How long to wait after the first failure, and at most. */
  retryMs: { first: number; longest: number }
  burstTimes?: BurstTimes
  provingTimes?: ProvingTimes
  /** Takes sentences about what is being done. */
  log: (sentence: string) => void
}

export const serviceTimes = {
  compareMs: 10 * 60_000,
  dayCheckMs: 15_000,
  lookBackMs: 2_000,
  retryMs: { first: 500, longest: 10_000 },
}

/** A publisher that stays up and follows the CMS. */
export type Service = {
  /** Where it takes nudges and commands and tells its status. */
  readonly port: number
  status(): PublisherStatus
  /** Stops after the publish that goes on. */
  close(): Promise<void>
}

/** How long to go on telling the CMS what became of its changes when the publisher stops. */
const FAREWELL_MS = 1_000

/**
 * Starts to follow the CMS. When the CMS is down the site stays as it is, and the service tries until it answers.
 *
 * @throws PortTaken
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { publisher, log, retryMs, lookBackMs = serviceTimes.lookBackMs } = options
  const startedAt = new Date().toISOString()
  const retryDelay = doublingDelay(retryMs.first, retryMs.longest)
  const settleTrouble = reportTrouble(log, 'What was left undone after a publish could be done.')
  const cardTrouble = reportTrouble(log, 'The pictures for shared links can be drawn again.')
  const prepareTrouble = reportTrouble(log, 'Pages can be rendered before they are wanted again.')
  const comparison = createComparison(
    (signal) => publisher.readIndex(signal),
    (index) => runs.request({ compareAll: true, index }),
    { retryMs, log },
  )
  const follower = createFollower(options)
  let retry: NodeJS.Timeout | undefined
  let lookBack: NodeJS.Timeout | undefined

  const run = async (wish: RunRequest): Promise<void> => {
    clearTimeout(retry)
    clearTimeout(lookBack)
    const { isWell, next } = await follower.run(wish)
    if (isWell) retryDelay.reset()
    else retry = setTimeout(() => runs.request({ compareAll: false }), retryDelay.next())
    // A CMS that was down may come back with an earlier state of its database.
    if (follower.status().cmsTrouble) comparison.putOff()
    else if (next === 'compare' || comparison.isDue) comparison.begin()
    if (next === 'overlap') lookBack = setTimeout(() => runs.request({ compareAll: false }), lookBackMs)
  }
  const runs = coalesce({
    run,
    settle: async (signal) => {
      settleTrouble.record(await failureOf(() => publisher.settle(signal)))
      const { cardProblem } = publisher
      cardTrouble.record(cardProblem === undefined ? undefined : new Error(cardProblem))
    },
    ...(options.burstTimes && { times: options.burstTimes }),
  })

  const prepare = async (document: PublicDocument): Promise<void> => {
    prepareTrouble.record(await failureOf(() => publisher.prepare(document)))
  }

  const status = (): PublisherStatus => ({
    pid: process.pid,
    startedAt,
    publishing: runs.isRunning,
    waiting: runs.isWaiting,
    finished: runs.finished,
    ...follower.status(),
    compareTrouble: comparison.trouble ?? null,
    cardTrouble: cardTrouble.current ?? null,
    settleTrouble: settleTrouble.current ?? null,
  })

  const forecasts = new Forecasts()
  const server = createControlServer({
    secrets: options.secrets,
    onForecast: (document) => {
      forecasts.remember(document)
      // What goes on needs the time more.
      if (!runs.isRunning) void prepare(document)
    },
    onNudge: (nudge) =>
      runs.request(
        { compareAll: false, documents: documentsNamedBy(nudge, forecasts) },
        nudge.withdrawal === true ? 'now' : 'nudge',
      ),
    onCommand: (command) => runs.perform(() => follower.perform(command)),
    onVerify: () =>
      runs.perform(async () =>
        verifySite(publisher, options.visitor, await pagesInFolder(options.siteDirectory)),
      ),
    status,
    site: () => siteStateOf(publisher, follower.trouble),
  })
  const port = await listenOn(server, options.port, 'PUBLISHER_PORT').catch((error: unknown) => {
    follower.close()
    throw error
  })
  const timers = [
    setInterval(() => runs.request({ compareAll: false }), options.pollMs),
    setInterval(() => {
      comparison.begin()
    }, options.compareMs),
    setInterval(() => {
      const { dayShown } = follower
      if (dayShown !== undefined && dayShown !== publisher.today()) runs.request({ compareAll: false })
    }, options.dayCheckMs),
  ]
  runs.request({ compareAll: true })

  return {
    port,
    status,
    async close() {
      timers.forEach((timer) => {
        clearInterval(timer)
      })
      comparison.close()
      await Promise.all([stopListening(server), runs.close()])
      clearTimeout(retry)
      clearTimeout(lookBack)
      await follower.deliveries.flush(FAREWELL_MS)
      follower.close()
    },
  }
}
