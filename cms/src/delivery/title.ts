import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { isGlobal } from '../feed/published.ts'
import { newestDelivery } from './delivery-rows.ts'
import type { Reader } from './delivery-rows.ts'

/** What people call a collection or a global, such as “Article”. */
export function kindOf({ payload }: Reader, collection: DocumentKey['collection']): string {
  const label = isGlobal(collection)
    ? payload.globals.config.find(({ slug }) => slug === collection)?.label
    : payload.collections[collection].config.labels.singular
  return typeof label === 'string' ? label : collection
}

/** The form of a document in the admin, from the admin's root. */
export function formPath({ collection, id }: DocumentKey): string {
  return isGlobal(collection) ? `/globals/${collection}` : `/collections/${collection}/${id}`
}

/** What people call a document as it is now, or did last; null when nobody knows. */
export async function titleNow(req: Reader, key: DocumentKey): Promise<string | null> {
  const { collection, id } = key
  if (isGlobal(collection)) return kindOf(req, collection)
  const { useAsTitle = 'id' } = req.payload.collections[collection].config.admin
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
    select: { [useAsTitle]: true },
    req,
  })
  const title = row?.[useAsTitle]
  return typeof title === 'string' ? title : ((await newestDelivery(req, key))?.title ?? null)
}
