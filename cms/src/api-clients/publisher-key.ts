import type { Payload } from 'payload'
import { retryingConflicts } from '../database/retry-conflicts.ts'

const PUBLISHER = 'Publisher'

/**
 * Makes sure that the publisher's key works: there is an API client of that name, and its key is the given one. A key cannot
 * be read back, so it is written at each start.
 *
 * @param key `PUBLISHER_API_KEY`; changing it and starting again replaces the old key
 */
export async function ensurePublisherKey(payload: Payload, key: string): Promise<void> {
  const data = { apiKey: key, enableAPIKey: true }
  // Several instances may start at once.
  await retryingConflicts(async () => {
    const { docs } = await payload.find({
      collection: 'api-clients',
      where: { name: { equals: PUBLISHER } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const [existing] = docs
    if (existing)
      await payload.update({ collection: 'api-clients', id: existing.id, data, overrideAccess: true })
    else
      await payload.create({
        collection: 'api-clients',
        data: { ...data, name: PUBLISHER, scopes: ['content:read', 'delivery:report'] },
        overrideAccess: true,
      })
  })
}
