import type { Payload, PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import { NAMED_DOCUMENTS } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import { collectUntilCommit } from '../database/after-commit.ts'
import { readPublished } from '../feed/published.ts'
import { writtenDocuments } from '../publication/written-documents.ts'
import type { WrittenDocuments } from '../publication/written-documents.ts'
import { considerDeployHooks } from './deploy-hooks/scheduler.ts'
import { forgetOldDeliveries } from './forget-old-deliveries.ts'
import { sendNudge } from './nudge.ts'
import { queueDelivery } from './queue-delivery.ts'
import type { PublicChange } from './queue-delivery.ts'

/** With what the transaction wrote by its end. */
type CommittedChange = PublicChange & { written: WrittenDocuments | undefined }

/** Changes that no page shows, of which no delivery tells: the publisher has to ask what they are. */
const UNSEEN = 'unseen'

const collect = collectUntilCommit<CommittedChange | typeof UNSEEN>(async (all, payload) => {
  const changes = all.filter((change) => change !== UNSEEN)
  if (changes.length === 0) return sendNudge({ withdrawal: false }, payload)
  considerDeployHooks(payload, Math.min(...changes.map(({ revision }) => revision)))
  const keys = [...new Map(changes.map(({ key }) => [keyOf(key), key])).values()]
  const isNamed = changes.length === all.length && keys.length <= NAMED_DOCUMENTS
  await sendNudge(
    {
      ...(isNamed && { documents: keys }),
      withdrawal: changes.some(({ withdrawal }) => withdrawal),
    },
    payload,
    () => bring(changes, payload),
  )
  await forgetOldDeliveries(payload)
})

/**
 * The document, when only one changed and it is public, as it is read now: it is never older than its revision. Of one that was
 * forecast the version says enough.
 */
async function bring(changes: readonly CommittedChange[], payload: Payload): Promise<Nudge['brought']> {
  const [change, ...others] = changes
  if (!change || change.withdrawal || others.length > 0) return undefined
  const { revision, key } = change
  const forecast = change.written?.get(keyOf(key))?.forecast
  if (forecast !== undefined) return { revision, version: forecast }
  const document = (await readPublished({ payload } as PayloadRequest, [key])).at(0)
  return document && { revision, document }
}

/**
 * Records that something public changed, in the request's transaction, and tells the publisher once that is committed; one
 * nudge a transaction. To be called after the write.
 * The starter content is no news: it is there before the publisher starts, or its load tells the publisher itself.
 */
export async function announceChange(req: PayloadRequest, change: PublicChange): Promise<void> {
  if (req.context.seeding === true) return
  await queueDelivery(req, change)
  await collect(req, { ...change, written: await writtenDocuments(req) })
}

/**
 * Tells the publisher, once the request's transaction is committed, that the feed has something for it which changes no page.
 * No delivery tells of it.
 */
export async function announceUnseenChanges(req: PayloadRequest): Promise<void> {
  await collect(req, UNSEEN)
}
