import { APIError } from 'payload'
import type { PayloadRequest } from 'payload'
import { hasScope } from '../access/scopes.ts'

/**
 * Lets in an API client that may read content.
 *
 * @throws APIError 401 without a key that is known, 403 when the key lacks the scope
 */
export function requireContentReader(req: PayloadRequest): void {
  if (hasScope(req, 'content:read')) return
  if (req.user?.collection === 'api-clients')
    throw new APIError(
      'This key may not read content. Give its API client the scope “Read published content” in the CMS.',
      403,
      null,
      true,
    )
  throw new APIError(
    'A key is needed: send the header “Authorization: api-clients API-Key <key>” with the key of an API client of this CMS.',
    401,
    null,
    true,
  )
}
