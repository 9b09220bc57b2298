import { FEED_PATH } from '@careword/shared/change-feed.ts'
import { DELIVERIES_PATH } from '@careword/shared/delivery.ts'
import { PUBLISH_PATH } from '../delivery/steering-endpoints.ts'

/** What an API client may ask for; each endpoint checks the scope itself. */
const machinePaths = [FEED_PATH, DELIVERIES_PATH, PUBLISH_PATH, '/api/media/file']

const MACHINE = /^\s*api-clients\s+API-Key\s/i

/**
 * Keeps keys for machines to the endpoints made for machines. For Payload an API client is a logged-in user, which its
 * own collections (locks, jobs, preferences) let in.
 *
 * @returns the refusal, or undefined when the request may pass
 */
export function refuseMachineElsewhere(request: Request): Response | undefined {
  if (!MACHINE.test(request.headers.get('authorization') ?? '')) return undefined
  const { pathname } = new URL(request.url)
  if (machinePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`))) return undefined
  return Response.json(
    {
      errors: [
        {
          message: `A key for machines cannot be used at ${pathname}. See docs/api.md for what it can read.`,
        },
      ],
    },
    { status: 403 },
  )
}
