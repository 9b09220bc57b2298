import { APIError } from 'payload'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { isStaff } from '../access/staff.ts'
import { CONFLICT_STATUS } from '../database/conflict-answer.ts'
import { mainRowOf } from '../publication/main-row.ts'

/** Without colons and commas, which the admin takes for a list. */
const CHANGED_SINCE =
  'Somebody saved this after you opened it. Your changes would undo theirs and were not saved. Copy what you wrote and load the page again.'

const TRASHED_SINCE =
  'Somebody moved this to the trash after you opened it. Your changes were not saved. Copy what you wrote and restore the document under Trash.'
const DELETED_SINCE =
  'Somebody deleted this after you opened it. Your changes were not saved. Copy what you wrote and put it into a new document.'

/**
 * Tells whoever sends the form of a document that is in the trash by now, or deleted, what became of it. Payload says “Not
 * Found”.
 *
 * @throws {APIError} with status 404, as Payload does; nothing was saved then
 */
export const refuseFormOfDeleted: CollectionBeforeOperationHook = async ({
  args,
  collection,
  req,
  ...call
}) => {
  // Typed wider, because one of the names in the type is deprecated, though not the one used here.
  const { operation }: { operation: string } = call
  const { id } = args as { id?: unknown }
  // Nobody else is to learn what is there.
  if (operation !== 'update' || typeof id !== 'string' || !isOfForm(req) || !isStaff(req)) return args
  const row = await mainRowOf(req, collection.slug, id)
  if (row && !row.deletedAt) return args
  throw new APIError(row ? TRASHED_SINCE : DELETED_SINCE, 404, null, true)
}

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
function isOfForm(req: PayloadRequest): boolean {
  return req.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
}

function isOlder(req: PayloadRequest, data: unknown, stored: unknown): boolean {
  return isOfForm(req) && momentOf(data) < momentOf(stored)
}

function refuseWhenOlder(data: unknown, stored: unknown): void {
  if (momentOf(data) < momentOf(stored)) throw new APIError(CHANGED_SINCE, CONFLICT_STATUS, null, true)
}

/** NaN, which nothing is before or after, when there is no date. */
function momentOf(document: unknown): number {
  const { updatedAt } = (document ?? {}) as { updatedAt?: unknown }
  return typeof updatedAt === 'string' || updatedAt instanceof Date ? new Date(updatedAt).getTime() : NaN
}
