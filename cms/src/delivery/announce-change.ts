import type { PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import { NAMED_DOCUMENTS } from '@careword/shared/nudge.ts'
import { collectUntilCommit } from '../database/after-commit.ts'
import { considerDeployHooks } from './deploy-hooks/scheduler.ts'
import { forgetOldDeliveries } from './forget-old-deliveries.ts'
import { sendNudge } from './nudge.ts'
import { queueDelivery } from './queue-delivery.ts'
import type { PublicChange } from './queue-delivery.ts'

const collect = collectUntilCommit<PublicChange>(async (changes, payload) => {
  considerDeployHooks(payload, Math.min(...changes.map(({ revision }) => revision)))
  const keys = [...new Map(changes.map(({ key }) => [keyOf(key), key])).values()]
  await sendNudge(
    {
      ...(keys.length <= NAMED_DOCUMENTS && { documents: keys }),
      withdrawal: changes.some(({ withdrawal }) => withdrawal),
    },
    payload,
  )
  await forgetOldDeliveries(payload)
})

/**
 * Records that something public changed, in the request's transaction, and tells the publisher once that is committed; one
 * nudge a transaction. To be called after the write.
 * The starter content is no news: it is there before the publisher starts, or its load tells the publisher itself.
 */
export async function announceChange(req: PayloadRequest, change: PublicChange): Promise<void> {
  if (req.context.seeding === true) return
  await queueDelivery(req, change)
  await collect(req, change)
}
