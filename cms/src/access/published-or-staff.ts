import type { Access } from 'payload'
import { isStaff } from './staff.ts'

/**
 * Everybody reads what is published; people of the clinic read all.
 *
 * A trashed document keeps its status, so “published” alone would let `?trash=true` show it.
 */
export const publishedOrStaff: Access = ({ req }) =>
  isStaff(req) || {
    and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
  }
