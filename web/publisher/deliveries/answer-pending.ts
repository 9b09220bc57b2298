import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { DeliveryReport, DocumentChange } from '@careword/shared/delivery.ts'
import type { Hold } from '../store/release.ts'

/** What is known of the site after the content was compared with the CMS and published. */
export type KnownSite = {
  release: number
  liveSince: string
  hold: Hold | undefined
  /** The version of a document that the site shows; null when it shows none. */
  shown: (key: DocumentKey) => string | null
  /** What was last reported of a change that is held or failed. */
  unfinished: (change: DocumentChange) => DeliveryReport | undefined
  /** Whether it was published but visitors were not seen to find it. */
  isUnproved: (key: DocumentKey) => boolean
  /** Why the site does not show what the CMS has published; undefined when it does. */
  trouble: string | undefined
}

/**
 * Answers for the changes of which the CMS does not know the end.
 *
 * @param pending as the CMS knew them before its content was read: what came later may not be on the site yet
 */
export function answerPending(pending: readonly DocumentChange[], site: KnownSite): DeliveryReport[] {
  return pending.flatMap((change) => answerFor(change, site) ?? [])
}

/** @returns undefined when it is still on its way */
function answerFor(change: DocumentChange, site: KnownSite): DeliveryReport | undefined {
  const { collection, id, version } = change
  const key = { collection, id, version }
  const unfinished = site.unfinished(change)
  if (unfinished) return unfinished
  if (site.isUnproved(change)) return undefined
  if (site.shown(change) === version)
    return { ...key, state: 'live', at: site.liveSince, release: site.release, pages: 0 }
  if (site.hold) return { ...key, state: 'held', release: site.hold.release }
  if (site.trouble !== undefined) return { ...key, state: 'failed', reason: site.trouble }
  return { ...key, state: 'superseded' }
}
