import type { CollectionBeforeChangeHook } from 'payload'
import { withoutDeletedTargets } from '../feed/references.ts'

/**
 * Takes out of a version that is restored what was deleted since. SQLite has emptied such fields in the versions too, while on
 * MongoDB they still name it: the check of references would refuse the version, in which nobody can take anything out.
 */
export const restoreWithoutDeleted: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  req,
}) => {
  // Payload says so.
  if (context.isRestoringVersion !== true) return data
  const [restored] = await withoutDeletedTargets(req, collection.flattenedFields, [data])
  return restored
}
