import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, GlobalBeforeChangeHook, PayloadRequest } from 'payload'
import { CONFLICT_STATUS } from '../database/conflict-answer.ts'

/** Without colons and commas, which the admin takes for a list. */
const CHANGED_SINCE =
  'Somebody saved this after you opened it. Your changes would undo theirs and were not saved. Copy what you wrote and load the page again.'

/**
 * Refuses what a form sends when the document was saved since the form learned of it: in another window, or by somebody
 * else. The form holds all fields, so it would put back each that was changed meanwhile. Payload looks for this only where
 * a form has no drafts that are saved while one types, and ends the lock of a document with every save.
 *
 * @throws {APIError} with status 409; nothing was saved then
 */
export const refuseStaleForm: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && isOlder(req, data, originalDoc)) {
    const { id } = originalDoc as { id: string }
    // Newer than what the form was told, but is it newer than what a form that is opened now would be told?
    const newest: unknown = await req.payload.findByID({
      collection: collection.slug,
      id,
      draft: true,
      trash: true,
      depth: 0,
      select: { updatedAt: true },
      req,
    })
    refuseWhenOlder(data, newest)
  }
  return data
}

/** The same for a global. */
export const refuseStaleGlobalForm: GlobalBeforeChangeHook = async ({ data, global, originalDoc, req }) => {
  if (isOlder(req, data, originalDoc)) {
    const newest: unknown = await req.payload.findGlobal({ slug: global.slug, depth: 0, req })
    refuseWhenOlder(data, newest)
  }
  return data as unknown
}

/** Only forms send all that they hold, with its date, as `multipart/form-data`; what others leave out stays as it is. */
function isOlder(req: PayloadRequest, data: unknown, stored: unknown): boolean {
  if (!req.headers.get('content-type')?.startsWith('multipart/form-data')) return false
  return momentOf(data) < momentOf(stored)
}

function refuseWhenOlder(data: unknown, stored: unknown): void {
  if (momentOf(data) < momentOf(stored)) throw new APIError(CHANGED_SINCE, CONFLICT_STATUS, null, true)
}

/** NaN, which nothing is before or after, when there is no date. */
function momentOf(document: unknown): number {
  const { updatedAt } = (document ?? {}) as { updatedAt?: unknown }
  return typeof updatedAt === 'string' || updatedAt instanceof Date ? new Date(updatedAt).getTime() : NaN
}
