import { APIError } from 'payload'
import type { Endpoint } from 'payload'

/**
 * Stands where Payload mounts its endpoints for versions, whether a collection or global keeps any or not: without
 * versions they would end in an error of the server. Each gets a list of its own, since Payload adds to it.
 */
export const noVersions = (): Endpoint[] =>
  (
    [
      ['get', '/versions'],
      ['get', '/versions/:id'],
      ['post', '/versions/:id'],
    ] as const
  ).map(([method, path]) => ({
    method,
    path,
    handler: () => {
      throw new APIError(
        'Earlier versions of this are not kept, so there is nothing to show or to restore.',
        404,
        null,
        true,
      )
    },
  }))
