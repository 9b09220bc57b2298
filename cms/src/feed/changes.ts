import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { formatCursor, keyOf } from '@careword/shared/change-feed.ts'
import type { Cursor, DocumentKey, FeedDocuments, FeedIndex, FeedPage } from '@careword/shared/change-feed.ts'
import { latestRevision, placesAfter } from './places.ts'
import type { Place } from './places.ts'
import { publicKeys, readPublished } from './published.ts'

/** How many documents the index reads at once: their whole content, for their versions, while other requests wait. */
const INDEX_BATCH = 20

/**
 * What changed after a cursor, oldest first: documents as they are now, and what is gone.
 *
 * @param limit how many changes at most
 */
export async function changesSince(req: PayloadRequest, since: Cursor, limit: number): Promise<FeedPage> {
  // One more than asked for tells whether there are more.
  const places = await placesAfter(req, since, limit + 1)
  const page = places.slice(0, limit)
  const { documents, gone } = await readDocuments(req, uniqueKeys(page))
  const last = page.at(-1)
  return {
    cursor: formatCursor(last ? { revision: last.revision, id: last.key.id } : since),
    more: places.length > limit,
    documents,
    gone,
  }
}

/** The named documents as they are now; what the public may not see, or what does not exist, is gone. */
export async function readDocuments(
  req: PayloadRequest,
  keys: readonly DocumentKey[],
): Promise<FeedDocuments> {
  const documents = await readPublished(req, keys)
  const found = new Set(documents.map(keyOf))
  return { documents, gone: keys.filter((key) => !found.has(keyOf(key))) }
}

/** A feed index whose documents come batch by batch, each read when it is asked for. */
export type IndexInBatches = {
  cursor: FeedIndex['cursor']
  batches: AsyncGenerator<FeedIndex['documents']>
}

/** All that is published, by version. The cursor is from before the reading: what changes meanwhile comes after it. */
export async function indexOfPublished(req: PayloadRequest): Promise<IndexInBatches> {
  const cursor = formatCursor({ revision: await latestRevision(req), id: '' })
  return { cursor, batches: versionsOf(req, await publicKeys(req)) }
}

async function* versionsOf(req: PayloadRequest, keys: readonly DocumentKey[]): IndexInBatches['batches'] {
  for (let start = 0; start < keys.length; start += INDEX_BATCH) {
    const batch = await readPublished(req, keys.slice(start, start + INDEX_BATCH))
    yield batch.map(({ collection, id, version }) => ({ collection, id, version }))
    await letOthersRun()
  }
}

function uniqueKeys(places: Place[]): DocumentKey[] {
  return [...new Map(places.map(({ key }) => [keyOf(key), key])).values()]
}
