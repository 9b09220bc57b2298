import type { Access, FieldAccess, PayloadRequest } from 'payload'

/** Whether the person logged in manages people and settings. */
export function isAdmin({ user }: PayloadRequest): boolean {
  return user?.collection === 'users' && user.roles?.includes('admin') === true
}

/** For those who manage people and settings. */
export const admins: Access = ({ req }) => isAdmin(req)

/** A field that only those who manage people and settings may change. */
export const adminsField: FieldAccess = ({ req }) => isAdmin(req)
