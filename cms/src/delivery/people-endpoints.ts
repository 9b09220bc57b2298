import { APIError } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { documentKeySchema } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { DELIVERIES_PATH } from '@careword/shared/delivery.ts'
import { isObjectId } from '../database/object-id.ts'
import { isGlobal } from '../feed/published.ts'
import { mountedPath } from '../http/mounted-path.ts'
import { requireStaff } from './access.ts'
import { documentStatus } from './document-status.ts'
import { siteOverview } from './site-overview.ts'
import { readSiteStatus } from './site-status.ts'
import type { Telling } from './describe-delivery.ts'
import { isTimeZone } from './times.ts'

const PATH = mountedPath(DELIVERIES_PATH)

/** What the admin shows of deliveries, in plain words, to people of the clinic. */
export const peopleEndpoints: Endpoint[] = [
  {
    path: `${PATH}/document`,
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      return answer(await documentStatus(req, readKey(req), await telling(req)))
    },
  },
  {
    path: `${PATH}/recent`,
    method: 'get',
    handler: async (req) => {
      requireStaff(req)
      return answer(await siteOverview(req, await telling(req)))
    },
  },
]

function answer(body: unknown): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}

async function telling(req: PayloadRequest): Promise<Telling> {
  const timeZone = req.searchParams.get('timeZone') ?? 'UTC'
  if (!isTimeZone(timeZone))
    throw badRequest(`“${timeZone}” is no time zone. Write its name, as in “America/New_York”.`)
  return { ...(await readSiteStatus(req)), now: new Date(), timeZone }
}

function readKey({ searchParams }: PayloadRequest): DocumentKey {
  const key = documentKeySchema.safeParse({
    collection: searchParams.get('collection'),
    id: searchParams.get('id'),
  })
  if (key.success && isIdOf(key.data)) return key.data
  throw badRequest(
    'Name the document by “collection” and “id”, as in “collection=articles&id=6b04bc2c2a3f3b7d91391422”; the id of a global is its name.',
  )
}

/** MongoDB fails on an id of another kind. */
function isIdOf({ collection, id }: DocumentKey): boolean {
  return isGlobal(collection) ? id === collection : isObjectId(id)
}

function badRequest(message: string): APIError {
  return new APIError(message, 400, null, true)
}
