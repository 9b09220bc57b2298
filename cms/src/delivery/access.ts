import { APIError } from 'payload'
import type { PayloadRequest } from 'payload'
import { hasScope } from '../access/scopes.ts'
import type { Scope } from '../access/scopes.ts'
import { isStaff } from '../access/staff.ts'

const deeds = {
  'delivery:report': { may: 'report deliveries', label: 'Report deliveries' },
  'publish:trigger': { may: 'trigger a publish', label: 'Trigger a publish' },
} as const satisfies Partial<Record<Scope, unknown>>

/**
 * Lets in an API client that has a scope.
 *
 * @throws APIError 401 without a key that is known, 403 when the key lacks the scope
 */
export function requireScope(req: PayloadRequest, scope: keyof typeof deeds): void {
  if (hasScope(req, scope)) return
  const { may, label } = deeds[scope]
  if (req.user?.collection === 'api-clients')
    throw refusal(
      `This key may not ${may}. Give its API client the scope “${label}” in the CMS, if it should.`,
      403,
    )
  throw refusal(
    'A key is needed: send the header “Authorization: api-clients API-Key <key>” with the key of an API client of this CMS.',
    401,
  )
}

/**
 * Lets in people of the clinic.
 *
 * @throws APIError 401 when nobody is logged in, 403 for a machine
 */
export function requireStaff(req: PayloadRequest): void {
  if (isStaff(req)) return
  if (req.user) throw refusal('This is for people who are logged in, not for programs.', 403)
  throw refusal('Log in first.', 401)
}

/** Whether a person may rebuild the site, bring back a release, and resume it. */
export function maySteerSite({ user }: PayloadRequest): boolean {
  if (user?.collection !== 'users') return false
  return (user.roles ?? []).some((role) => role === 'admin' || role === 'publisher')
}

/**
 * Lets in those who may steer the site.
 *
 * @throws APIError 401 when nobody is logged in, 403 for whoever lacks the role
 */
export function requireSteering(req: PayloadRequest): void {
  requireStaff(req)
  if (!maySteerSite(req))
    throw refusal(
      'Only people with the role “Publisher” or “Admin” may do this. Ask one of them, or ask an admin for the role.',
      403,
    )
}

function refusal(message: string, status: number): APIError {
  return new APIError(message, status, null, true)
}
