import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { readPublished } from '../feed/published.ts'
import type { Delivery } from './deliveries.ts'
import { openDeliveries, removeDelivery, updateDelivery } from './delivery-rows.ts'

/** How many documents are read at once, for their versions, while other requests wait. */
const BATCH = 20

/**
 * Finds out to which versions the newest changes of documents lead. To be called in turn (see `inTurn`).
 *
 * A save that left what the public sees as it was is no change: its row goes away, and what is known of the version that
 * was there before stays true. Older changes whose version was never asked for are replaced by then.
 */
export async function settleVersions(payload: Payload, keys: readonly DocumentKey[]): Promise<void> {
  const unsettled = [...(await openDeliveries({ payload }, keys)).values()].filter(
    ([newest]) => newest && !newest.withdrawal && !newest.version,
  )
  const versions = await versionsNow(
    payload,
    unsettled.flatMap(([newest]) => (newest ? [keyIn(newest)] : [])),
  )
  for (const [newest, previous] of unsettled) {
    const version = newest && versions.get(keyOf(keyIn(newest)))
    // It was withdrawn this very moment, and that is a change of its own.
    if (!newest || !version) continue
    if (previous && isSame(previous, version)) await removeDelivery({ payload }, newest.id)
    else await updateDelivery({ payload }, newest.id, { version })
  }
}

/** A version that could not go out is tried anew when it is published again. */
function isSame(previous: Delivery, version: string): boolean {
  return (
    !previous.withdrawal &&
    previous.version === version &&
    (previous.state === 'live' || previous.state === 'queued')
  )
}

/** How documents are now, by `keyOf`; null for what is not public. */
export async function versionsNow(
  payload: Payload,
  keys: readonly DocumentKey[],
): Promise<Map<string, string | null>> {
  const versions = new Map<string, string | null>(keys.map((key) => [keyOf(key), null]))
  for (let start = 0; start < keys.length; start += BATCH) {
    const batch = await readPublished({ payload } as PayloadRequest, keys.slice(start, start + BATCH))
    for (const document of batch) versions.set(keyOf(document), document.version)
    await letOthersRun()
  }
  return versions
}

/** The document that a delivery is of. */
export function keyIn({ documentCollection: collection, documentId: id }: Delivery): DocumentKey {
  return { collection, id }
}
