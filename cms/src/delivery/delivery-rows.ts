import type { PayloadRequest, Where } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { newId } from '../database/object-id.ts'
import type { Delivery } from './deliveries.ts'

/** What reads and writes rows need of a request: with its transaction, when it has one. */
export type Reader = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

type Query = { where?: Where; limit: number; sort?: 'revision' | '-revision' }

/** Deliveries, the newest first unless asked otherwise. `limit` 0 stands for all. */
export async function findDeliveries(
  req: Reader,
  { where = {}, limit, sort = '-revision' }: Query,
): Promise<Delivery[]> {
  const { docs } = await req.payload.db.find<Delivery>({
    collection: 'deliveries',
    where,
    sort,
    limit,
    pagination: false,
    req,
  })
  return docs
}

/** The newest change of a document; undefined when none is known. */
export async function newestDelivery(req: Reader, key: DocumentKey): Promise<Delivery | undefined> {
  const [newest] = await findDeliveries(req, { where: ofDocument(key), limit: 1 })
  return newest
}

/** What is not known to be replaced, by `keyOf` the document, the newest first. */
export async function openDeliveries(
  req: Reader,
  keys: readonly DocumentKey[],
): Promise<Map<string, Delivery[]>> {
  const ids = [...new Set(keys.map(({ id }) => id))]
  if (ids.length === 0) return new Map()
  const found = await findDeliveries(req, {
    where: { and: [{ documentId: { in: ids } }, { state: { not_equals: 'superseded' } }] },
    limit: 0,
  })
  return Map.groupBy(found, ({ documentCollection: collection, documentId: id }) => keyOf({ collection, id }))
}

/** Adds a row. It goes by the database itself: the save of an article waits for it. */
export async function addDelivery(req: Reader, delivery: Omit<Delivery, 'id'>): Promise<void> {
  const id = newId()
  await req.payload.db.create({
    collection: 'deliveries',
    customID: id,
    data: { id, ...delivery },
    returning: false,
    req,
  })
}

/** Changes one row, if it is still there. */
export async function updateDelivery(req: Reader, id: string, changes: Partial<Delivery>): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'deliveries',
    where: { id: { equals: id } },
    data: { ...changes },
    returning: false,
    req,
  })
}

/** Removes one row. */
export async function removeDelivery(req: Reader, id: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'deliveries', where: { id: { equals: id } }, req })
}

/** The rows of one document. */
export function ofDocument({ collection, id }: DocumentKey): Where {
  return { and: [{ documentId: { equals: id } }, { documentCollection: { equals: collection } }] }
}
