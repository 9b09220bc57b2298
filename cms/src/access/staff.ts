import type { Access, FieldAccess, PayloadRequest } from 'payload'

/** Whether a person of the clinic is logged in; a key for a machine is no person. */
export function isStaff(req: PayloadRequest): boolean {
  return req.user?.collection === 'users'
}

/** For people of the clinic only. */
export const staff: Access = ({ req }) => isStaff(req)

/** A field that only people of the clinic see. */
export const staffField: FieldAccess = ({ req }) => isStaff(req)
