import type { CollectionBeforeOperationHook } from 'payload'
import { isStaff } from '../access/staff.ts'

/**
 * Whoever is not of the clinic reads published documents, whatever the request asks for: asked for drafts, Payload looks
 * for documents and their joins among the versions, where more can be found than may be seen.
 */
export const publishedForThePublic: CollectionBeforeOperationHook = ({ args, req, ...call }) => {
  // Typed wider, because one of the names in the type is deprecated, though not the one used here.
  const { operation, overrideAccess }: { operation: string; overrideAccess?: boolean } = call
  if (operation !== 'read' || overrideAccess === true || isStaff(req)) return args
  return { ...args, draft: false }
}
