import type { CollectionSlug, Payload } from 'payload'
import { isPublic } from './main-row.ts'
import type { MainRow } from './main-row.ts'

/** The newest version of a document, which may be a draft. */
export type Newest = { id: string; _status?: string | null; deletedAt?: string | null }

/**
 * Whether the public sees a document, in a word or two.
 *
 * Payload’s own word for a draft asks whether it was ever published: it calls “published” what was taken off the site.
 *
 * @param newest as a list of the admin shows it
 */
export async function describeStatus(
  payload: Payload,
  collection: CollectionSlug,
  { id, _status, deletedAt }: Newest,
): Promise<string> {
  if (deletedAt) return 'Off the site'
  if (_status === 'published') return 'Published'
  const row = await payload.db.findOne<MainRow>({
    collection,
    where: { id: { equals: id } },
    select: { _status: true, deletedAt: true },
  })
  return isPublic(row ?? undefined, true) ? 'Published, with a newer draft' : 'Draft'
}
