import type { Payload, Where } from 'payload'
import { processWide } from '../database/process-wide.ts'
import { findDeliveries, ofDocument } from './delivery-rows.ts'
import { keyIn } from './settle-versions.ts'

const HOUR_MS = 60 * 60 * 1000
const KEPT_MS = 30 * 24 * HOUR_MS
/** Enough at once, so that other saves do not wait; the rest has time until the next round. */
const BATCH = 500

const lastRound = processWide('delivery.forgotten', () => new WeakMap<Payload, number>())

/**
 * Removes what nobody asks for any more: of each document the newest change is kept, and whatever happened within 30 days.
 * Does nothing when it was done within the last hour.
 *
 * @param now in milliseconds since 1970
 */
export async function forgetOldDeliveries(payload: Payload, now = Date.now()): Promise<void> {
  if (now - (lastRound.get(payload) ?? 0) < HOUR_MS) return
  lastRound.set(payload, now)
  const isOld: Where = { queuedAt: { less_than: new Date(now - KEPT_MS).toISOString() } }
  await remove(payload, {
    and: [
      isOld,
      {
        or: [
          { state: { equals: 'superseded' } },
          // The site has long forgotten the document.
          { and: [{ state: { equals: 'live' } }, { withdrawal: { equals: true } }] },
        ],
      },
    ],
  })
  await remove(payload, { id: { in: await replacedOnTheWay(payload, isOld) } })
}

/** What never arrived, because a later change of the same document came first. */
async function replacedOnTheWay(payload: Payload, isOld: Where): Promise<string[]> {
  const open = await findDeliveries(
    { payload },
    { where: { and: [isOld, { state: { not_equals: 'live' } }] }, limit: BATCH, sort: 'revision' },
  )
  const replaced = await Promise.all(
    open.map(async (delivery) => {
      const isLater = { revision: { greater_than: delivery.revision } }
      const where = { and: [ofDocument(keyIn(delivery)), isLater] }
      return (await findDeliveries({ payload }, { where, limit: 1 })).length > 0 ? [delivery.id] : []
    }),
  )
  return replaced.flat()
}

async function remove(payload: Payload, where: Where): Promise<void> {
  await payload.db.deleteMany({ collection: 'deliveries', where })
}
