import type { CollectionSlug, PayloadRequest } from 'payload'
import { isObjectId } from '../database/object-id.ts'

/** What the main row of a document says of its being public. */
export type MainRow = {
  id: string
  _status?: 'draft' | 'published' | null
  deletedAt?: string | null
  revision?: number | null
  /** The last part of its address, of a document that has one. */
  slug?: string | null
}

/**
 * The main row of a document as it is now, seen from within the request's transaction.
 *
 * The documents that Payload hands to hooks are the newest version, which may be a draft; only the main row
 * tells what is published.
 *
 * @returns undefined when there is none
 */
export async function mainRowOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<MainRow | undefined> {
  const rows = await mainRowsOf(req, collection, [id])
  return rows.get(id)
}

/** The main rows of several documents, by id; those that do not exist are left out. */
export async function mainRowsOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: Iterable<string>,
): Promise<Map<string, MainRow>> {
  const known = [...new Set(ids)].filter(isObjectId)
  if (known.length === 0) return new Map()
  const { docs } = await req.payload.db.find<MainRow>({
    collection,
    where: { id: { in: known } },
    select: { _status: true, deletedAt: true, revision: true, slug: true },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((row) => [row.id, row]))
}

/**
 * Whether the public may read the document: published and not in the trash.
 *
 * @param hasDrafts whether the collection has drafts; without them a document is published as it is saved
 */
export function isPublic(row: MainRow | undefined, hasDrafts: boolean): boolean {
  if (!row) return false
  return !row.deletedAt && (!hasDrafts || row._status === 'published')
}
