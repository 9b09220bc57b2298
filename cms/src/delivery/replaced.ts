import { keyOf } from '@careword/shared/change-feed.ts'
import type { Delivery } from './deliveries.ts'
import { keyIn } from './settle-versions.ts'

/**
 * Marks as replaced what did not arrive before a later change of the same document came.
 *
 * @param newestFirst deliveries without gaps: of each document in it, all later ones are there too
 */
export function markReplaced(newestFirst: readonly Delivery[]): Delivery[] {
  const seen = new Set<string>()
  return newestFirst.map((delivery) => {
    const document = keyOf(keyIn(delivery))
    const isReplaced = seen.has(document) && delivery.state !== 'live'
    seen.add(document)
    return isReplaced ? { ...delivery, ...asReplaced(delivery) } : delivery
  })
}

/** What to change of a delivery that a later one has replaced. When it was live, if it ever was, stays known. */
export function asReplaced({ state }: Delivery): Partial<Delivery> {
  // Of what came to be held, the release is the one that the site was held at, not the one that had shown it.
  const isOwnRelease = state === 'live' || state === 'superseded'
  return { state: 'superseded', ...(!isOwnRelease && { release: null }) }
}
