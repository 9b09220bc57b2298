import type { PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { pathOf } from '@careword/shared/paths.ts'
import { hasDrafts } from '@careword/shared/public-fields.ts'
import { placesOfGlobals } from '../feed/places.ts'
import { isGlobal } from '../feed/published.ts'
import { isPublic } from '../publication/main-row.ts'
import type { MainRow } from '../publication/main-row.ts'
import type { Delivery, DeliveryState } from './deliveries.ts'
import { newestDelivery } from './delivery-rows.ts'
import { describeDelivery } from './describe-delivery.ts'
import type { Telling } from './describe-delivery.ts'
import { withFieldLabel } from './fault-field.ts'
import { inTurn } from './in-turn.ts'
import { settleVersions } from './settle-versions.ts'
import { describeWarningsOf } from './site-warnings.ts'
import type { WarningsInWords } from './site-warnings.ts'

/** What the form of a document says of its way to the site. */
export type DocumentStatus = {
  /** `none` when no change of the document is on its way, or was of late. */
  state: DeliveryState | 'none'
  sentence: string
  /** Where the public reads the document; null when it cannot. */
  page: string | null
  /** What the release that the site shows warns of in this document. */
  warnings: WarningsInWords
}

/** Where the newest change of a document is on its way to the site. */
export async function documentStatus(
  req: PayloadRequest,
  key: DocumentKey,
  telling: Telling,
): Promise<DocumentStatus> {
  const warnings = describeWarningsOf(req, key, telling.state?.warnings)
  const [delivery, page] = await Promise.all([settledDelivery(req, key), pageOf(req, key)])
  if (delivery)
    return {
      state: delivery.state,
      sentence: describeDelivery(withFieldLabel(req, delivery), telling),
      page: page.address,
      warnings,
    }
  return {
    state: 'none',
    sentence: page.isPublic ? 'Published; no change is on its way' : 'Not published',
    page: page.address,
    warnings,
  }
}

async function settledDelivery(req: PayloadRequest, key: DocumentKey): Promise<Delivery | undefined> {
  const newest = await newestDelivery(req, key)
  if (!newest || newest.withdrawal || newest.version) return newest
  // A save that changed nothing of what the public sees is live at once.
  await inTurn(() => settleVersions(req.payload, [key]))
  return newestDelivery(req, key)
}

type Row = MainRow & { slug?: string | null }

async function pageOf(
  req: PayloadRequest,
  { collection, id }: DocumentKey,
): Promise<{ isPublic: boolean; address: string | null }> {
  const { payload } = req
  if (isGlobal(collection)) {
    const saved = await placesOfGlobals(req)
    return { isPublic: saved.some(({ key }) => key.collection === collection), address: null }
  }
  const row = await payload.db.findOne<Row>({
    collection,
    where: { id: { equals: id } },
    // A collection leaves out those that it does not have.
    select: { _status: true, deletedAt: true, slug: true },
  })
  if (!row || !isPublic(row, hasDrafts(collection))) return { isPublic: false, address: null }
  const path = pathOf({ collection, slug: row.slug ?? undefined })
  const siteUrl = String(payload.config.custom.siteUrl)
  return { isPublic: true, address: path === undefined ? null : siteUrl + path }
}
