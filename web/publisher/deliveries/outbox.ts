import { keyOf } from '@careword/shared/change-feed.ts'
import { DELIVERIES_LIMIT } from '@careword/shared/delivery.ts'
import type { DeliveryReport } from '@careword/shared/delivery.ts'

/**
 * Reports that are to be sent: of each document only the newest, so it does not grow while the CMS is down. Answers for versions
 * that were overtaken are kept besides.
 */
export type Outbox = {
  put(reports: Iterable<DeliveryReport>): void
  /** Takes out the oldest, as many as go into one request. */
  take(): DeliveryReport[]
  /** Puts back what could not be sent, where nothing newer came meanwhile. */
  putBack(reports: readonly DeliveryReport[]): void
  readonly isEmpty: boolean
}

export function createOutbox(): Outbox {
  let reports = new Map<string, DeliveryReport>()
  return {
    put(newer) {
      for (const report of newer) {
        // Its place is at the end, so that reports go out in the order in which things happened.
        reports.delete(placeOf(report))
        reports.set(placeOf(report), report)
      }
    },
    take() {
      const taken = [...reports].slice(0, DELIVERIES_LIMIT)
      for (const [key] of taken) reports.delete(key)
      return taken.map(([, report]) => report)
    },
    putBack(unsent) {
      const older = unsent.filter((report) => !reports.has(placeOf(report)))
      reports = new Map([...older.map((report) => [placeOf(report), report] as const), ...reports])
    },
    get isEmpty() {
      return reports.size === 0
    },
  }
}

function placeOf(report: DeliveryReport): string {
  return report.state === 'superseded' ? `${keyOf(report)}@${report.version}` : keyOf(report)
}
