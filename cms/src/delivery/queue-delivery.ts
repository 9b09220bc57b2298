import type { PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { addDelivery } from './delivery-rows.ts'

/** A change of what is public. */
export type PublicChange = {
  key: DocumentKey
  /** What people call the document. */
  title: string | undefined
  revision: number
  /** Whether the document is public no longer. */
  withdrawal: boolean
}

/**
 * Records, in the transaction of a change, that it now has to reach the site. Saves wait for this, so it is a single write;
 * `settleVersions` finds out later which version it is.
 */
export async function queueDelivery(req: PayloadRequest, change: PublicChange): Promise<void> {
  const { key, title = null, revision, withdrawal } = change
  await addDelivery(req, {
    documentCollection: key.collection,
    documentId: key.id,
    title,
    withdrawal,
    revision,
    state: 'queued',
    queuedAt: new Date().toISOString(),
  })
}
