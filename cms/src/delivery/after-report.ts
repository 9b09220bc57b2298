import type { DeliveryReport } from '@careword/shared/delivery.ts'
import type { Delivery } from './deliveries.ts'
import { asReplaced } from './replaced.ts'

/** What decides, apart from the row and the report. */
export type Circumstances = {
  /** As of when the publisher reports. */
  reportedAt: string
  /** Whether no later change of the document is known. */
  isNewest: boolean
  /** Whether the site is held at a release. */
  isHeld: boolean
}

/**
 * What a report makes of a delivery: the values to change, or undefined when it says nothing new.
 *
 * Reports may come late, twice and in another order. What is live stays so, but for a site that was held at an earlier
 * release since then; and an older report never undoes a newer one.
 */
export function afterReport(
  delivery: Delivery,
  report: DeliveryReport,
  { reportedAt, isNewest, isHeld }: Circumstances,
): Partial<Delivery> | undefined {
  if (delivery.reportedAt && reportedAt < delivery.reportedAt) return undefined
  const isLive = delivery.state === 'live'
  switch (report.state) {
    case 'live':
      return isLive ? undefined : { ...live(delivery, report), reportedAt }
    case 'superseded':
      // Only what came later can replace a change.
      return isLive || isNewest ? undefined : { ...asReplaced(delivery), reportedAt }
    case 'held': {
      if (isLive && !(isHeld && reportedAt > (delivery.at ?? ''))) return undefined
      return { state: 'held', release: report.release, ...withoutFault, reportedAt }
    }
    case 'failed':
      if (isLive) return undefined
      return {
        state: 'failed',
        reason: report.reason,
        faultTitle: report.fault?.title ?? null,
        faultField: report.fault?.field ?? null,
        reportedAt,
      }
  }
}

const withoutFault = { reason: null, faultTitle: null, faultField: null }

function live(
  { queuedAt }: Delivery,
  { at, pages, release }: Extract<DeliveryReport, { state: 'live' }>,
): Partial<Delivery> {
  // The clocks of two machines may differ a little.
  const durationMs = Math.max(0, Date.parse(at) - Date.parse(queuedAt))
  return { state: 'live', at, durationMs, pages, release, ...withoutFault }
}
