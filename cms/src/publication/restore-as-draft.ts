import { APIError, restoreVersionOperation } from 'payload'
import type { Collection, Endpoint } from 'payload'

/**
 * “Restore this version” in the admin, always as a draft. Payload's own endpoint writes the version's status to the main
 * row: it takes a live page down, or publishes without being asked.
 */
export const restoreAsDraft: Endpoint = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const { collection: slug, id } = req.routeParams as { collection: string; id: string }
    const collection = (req.payload.collections as Partial<Record<string, Collection>>)[slug]
    if (!collection) throw new APIError(`There is no collection “${slug}”.`, 404, null, true)
    const document = await restoreVersionOperation({ id, collection, depth: 0, draft: true, req })
    return Response.json({
      ...document,
      message: 'Restored as a draft. The public page changes when you publish it.',
    })
  },
}
