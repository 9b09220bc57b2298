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
    return isReplaced ? { ...delivery, state: 'superseded' } : delivery
  })
}
