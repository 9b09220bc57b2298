import { isDeepStrictEqual } from 'node:util'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DeliveryReport, DocumentChange, SiteState } from '@careword/shared/delivery.ts'
import { doublingDelay } from '../service/retry-delay.ts'
import { sleep } from '../service/sleep.ts'
import { reportTrouble } from '../service/trouble.ts'
import type { Trouble } from '../service/trouble.ts'
import { NoDeliveries, ReportRefused } from './delivery-client.ts'
import type { DeliveryClient } from './delivery-client.ts'
import { createOutbox } from './outbox.ts'

/** Keeps the CMS informed of what became of changes and how the site is. Never in the way of a publish. */
export type Deliveries = {
  /**
   * Takes reports and sends them soon, in order, together with the state of the site. What is held or failed as it was when it
   * was last reported is sent only if it is wanted `again`.
   */
  report(reports: readonly DeliveryReport[], how?: { again: boolean }): void
  /** Sends the state of the site soon, if it is another than was sent last. @param always even if it is the same */
  tellState(always?: boolean): void
  /** What the CMS waits for; nothing when it cannot be asked. */
  pending(): Promise<DocumentChange[]>
  /** The last report on a document, unless that is live or superseded. */
  unfinished(change: DocumentChange): DeliveryReport | undefined
  /** How many changes are held or failed. */
  readonly counts: { held: number; failed: number }
  readonly trouble: Trouble | undefined
  /** Waits until everything is sent, at most so long. In milliseconds. @returns whether it is */
  flush(longestMs: number): Promise<boolean>
  /** Sends no more. */
  close(): void
}

export type DeliveriesOptions = {
  client: DeliveryClient
  /** How the site is now. */
  state: () => Promise<SiteState>
  /** How long to wait after the first failure, and at most. In milliseconds. */
  retryMs: { first: number; longest: number }
  log: (sentence: string) => void
}

export function startDeliveries({ client, state, retryMs, log }: DeliveriesOptions): Deliveries {
  const outbox = createOutbox()
  const unfinished = new Map<string, DeliveryReport>()
  const trouble = reportTrouble(log, 'The CMS takes reports on deliveries again.')
  const retryDelay = doublingDelay(retryMs.first, retryMs.longest)
  let stateToTell: 'no' | 'if changed' | 'always' = 'no'
  let toldState = ''
  let isMissing = false
  let isMissingNoted = false
  let sending: Promise<void> | undefined
  let wake: () => void = () => undefined
  let isClosed = false

  const sendOnce = async (): Promise<void> => {
    const reports = outbox.take()
    const isAsked = stateToTell === 'always'
    stateToTell = 'no'
    // A CMS that takes no reports is tried again only now and then: it may be a newer one by then.
    if (isMissing && !isAsked) return
    try {
      const site = await state()
      const told = JSON.stringify({ ...site, at: '' })
      if (!isAsked && reports.length === 0 && told === toldState) return
      await client.report({ reports, site })
      toldState = told
      isMissing = false
    } catch (error) {
      // What is refused or wanted by nobody is not sent again: the CMS asks for what it misses.
      if (!(error instanceof NoDeliveries || error instanceof ReportRefused)) {
        outbox.putBack(reports)
        stateToTell = 'always'
      }
      throw error
    }
  }
  const hasSomething = () => !isClosed && (stateToTell !== 'no' || !outbox.isEmpty)
  const send = async () => {
    while (hasSomething()) {
      const error = await sendOnce().then(
        () => undefined,
        (failure: unknown) => failure,
      )
      if (error instanceof NoDeliveries) noteMissing(error)
      else trouble.record(error)
      if (error === undefined || error instanceof NoDeliveries || error instanceof ReportRefused)
        retryDelay.reset()
      else await pause(retryDelay.next())
    }
    sending = undefined
  }
  const noteMissing = ({ message }: NoDeliveries) => {
    if (!isMissingNoted) log(`${message} What was published is not shown there as live.`)
    isMissing = true
    isMissingNoted = true
  }
  const pause = (ms: number) => sleep(ms, (early) => (wake = early))
  const stir = () => {
    if (!isClosed) sending ??= Promise.resolve().then(send)
  }

  return {
    report(reports, { again } = { again: false }) {
      const news = again
        ? reports
        : reports.filter((report) => !isDeepStrictEqual(report, unfinished.get(keyOf(report))))
      if (news.length === 0) return
      for (const report of news)
        if (report.state === 'held' || report.state === 'failed') unfinished.set(keyOf(report), report)
        else if (report.state === 'live') unfinished.delete(keyOf(report))
      outbox.put(news)
      stir()
    },
    tellState(always = false) {
      if (always || stateToTell === 'no') stateToTell = always ? 'always' : 'if changed'
      stir()
    },
    async pending() {
      try {
        return await client.pending()
      } catch (error) {
        if (error instanceof NoDeliveries) noteMissing(error)
        // A CMS that is down is found and told by the reading of its content, which comes next.
        return []
      }
    },
    unfinished(change) {
      const report = unfinished.get(keyOf(change))
      return report?.version === change.version ? report : undefined
    },
    get counts() {
      const states = [...unfinished.values()].map((report) => report.state)
      const number = (wanted: string) => states.filter((one) => one === wanted).length
      return { held: number('held'), failed: number('failed') }
    },
    get trouble() {
      return trouble.current
    },
    async flush(longestMs) {
      const timer = AbortSignal.timeout(longestMs)
      const late = new Promise<void>((resolve) => {
        timer.addEventListener('abort', () => {
          resolve()
        })
      })
      await Promise.race([sending, late])
      return !hasSomething() && sending === undefined
    },
    close() {
      isClosed = true
      wake()
    },
  }
}
