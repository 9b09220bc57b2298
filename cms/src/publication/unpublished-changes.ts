import type { CollectionSlug, PayloadRequest } from 'payload'
import type { MainRow } from './main-row.ts'

/** Whether one of the documents is published and has a newer draft, which the public does not see. */
export async function haveUnpublishedChanges(
  req: PayloadRequest,
  collection: CollectionSlug,
  rows: readonly MainRow[],
): Promise<boolean> {
  const published = rows.filter(({ _status }) => _status === 'published').map(({ id }) => id)
  if (published.length === 0) return false
  const { docs } = await req.payload.db.findVersions({
    collection,
    where: {
      and: [
        { parent: { in: published } },
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  return docs.length > 0
}
