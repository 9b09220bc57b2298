import type { Access } from 'payload'
import { isStaff } from './staff.ts'
import { isAdmin } from './admins.ts'

/** One's own account, or all of them for those who manage people. */
export const selfOrAdmins: Access = ({ req }) => {
  if (isAdmin(req)) return true
  return isStaff(req) && req.user ? { id: { equals: req.user.id } } : false
}
