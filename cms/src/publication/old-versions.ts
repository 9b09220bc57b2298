import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionAfterChangeHook, CollectionSlug, Payload } from 'payload'
import { afterCommit } from '../database/after-commit.ts'

const VERSIONS_KEPT = 100

/** The save is answered by then, and the publisher told. */
const REST_MS = 50

/**
 * Forgets all but the newest hundred versions of what was saved, a moment after the commit. Payload does that within each save
 * (`maxPerDoc`), which then takes 2 ms longer. What a stop of the CMS leaves is forgotten after the next save.
 */
export const forgetOldVersions: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation === 'create') return
  const { id } = doc as { id: string }
  await afterCommit(req, async () => {
    await sleep(REST_MS)
    await keepNewest(req.payload, collection.slug, id)
  })
}

async function keepNewest(payload: Payload, collection: CollectionSlug, id: string): Promise<void> {
  const ofDocument = { parent: { equals: id } }
  const { docs } = await payload.db.findVersions<{ updatedAt: string }>({
    collection,
    where: ofDocument,
    sort: '-updatedAt',
    limit: 1,
    page: VERSIONS_KEPT + 1,
    pagination: false,
    select: { updatedAt: true },
  })
  const [newestToForget] = docs
  if (!newestToForget) return
  const isOld = { updatedAt: { less_than_equal: newestToForget.updatedAt } }
  await payload.db.deleteVersions({ collection, where: { and: [ofDocument, isOld] } })
}
