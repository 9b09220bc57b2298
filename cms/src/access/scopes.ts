import type { Access, PayloadRequest } from 'payload'
import { isStaff } from './staff.ts'

/** What a key for a machine may do. */
export const scopes = ['content:read', 'delivery:report', 'publish:trigger'] as const
export type Scope = (typeof scopes)[number]

/** Whether the request comes with a key that has this scope. */
export function hasScope({ user }: PayloadRequest, scope: Scope): boolean {
  return user?.collection === 'api-clients' && user.scopes.includes(scope)
}

/** People of the clinic, and machines that may read published content. */
export const staffOrContentReaders: Access = ({ req }) => isStaff(req) || hasScope(req, 'content:read')
