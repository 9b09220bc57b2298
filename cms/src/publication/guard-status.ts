import { APIError } from 'payload'
import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { mainRowOf } from './main-row.ts'
import type { MainRow } from './main-row.ts'
import { haveUnpublishedChanges } from './unpublished-changes.ts'

type UpdateArguments = {
  /** The document; an edit of many has `where` instead. */
  id?: number | string
  where?: Where
  data?: { _status?: unknown; deletedAt?: unknown } & Record<string, unknown>
  draft?: boolean
  limit?: number
  overrideAccess?: boolean
  sort?: string | string[]
  trash?: boolean
}

/**
 * Closes the ways in which a document would be published, withdrawn or hidden by accident:
 *
 * - a save that does not say whether it publishes, while unpublished changes exist, would take the page down, or hide
 *   the changes: it becomes a save of the draft; a save of many does when one of them has such changes;
 * - publishing many would publish the text that is public already: it publishes the newest draft of each;
 * - a draft save that also moves to the trash, or out of it, would leave the page public and hide the document from the
 *   list, or the other way round: refused;
 * - a document that comes back from the trash is a draft, unless the caller says otherwise;
 * - a version is only ever restored as a draft.
 */
export const guardStatus: CollectionBeforeOperationHook = async (call) => {
  const { args, collection, req } = call
  // Typed wider, because one of the names in the type is deprecated, though not those used here.
  const { operation }: { operation: string } = call
  if (operation === 'restoreVersion' && !(args as { draft?: boolean }).draft)
    throw refusal(
      'A version is restored as a draft, so that the public page stays as it is until you publish. Ask for draft=true.',
    )
  if (operation !== 'update') return args
  const update = args as UpdateArguments
  const { data, draft = false } = update
  if (!data) return args
  const { _status: status, deletedAt } = data

  if (deletedAt) {
    if (draft)
      throw refusal('A draft save cannot move a document to the trash. Move it to the trash on its own.')
    return args
  }
  if (deletedAt === null && (draft || status === undefined)) {
    const rows = await rowsToUpdate(req, collection.slug, update)
    const trashed = rows.filter((row) => row.deletedAt).length
    if (trashed > 0 && draft)
      throw refusal(
        'A draft save cannot take a document out of the trash. Take it out of the trash on its own.',
      )
    if (trashed > 0 && trashed < rows.length)
      throw refusal(
        'Some of these documents are in the trash and others are not. Take those out of the trash on their own.',
      )
    if (trashed > 0) return { ...args, data: { ...data, _status: 'draft' } }
  }
  if (draft) return args
  if (status !== undefined) {
    const publishesMany = update.id === undefined && status === 'published' && deletedAt === undefined
    return publishesMany ? { ...args, draft: true } : args
  }
  const rows = await rowsToUpdate(req, collection.slug, update)
  return (await haveUnpublishedChanges(req, collection.slug, rows)) ? { ...args, draft: true } : args
}

/** The main rows of the documents that a call would update. */
async function rowsToUpdate(
  req: PayloadRequest,
  collection: CollectionSlug,
  { id, where, limit, overrideAccess, sort, trash }: UpdateArguments,
): Promise<MainRow[]> {
  if (id !== undefined) {
    const row = await mainRowOf(req, collection, String(id))
    return row ? [row] : []
  }
  // Payload refuses such a call itself.
  if (!where) return []
  const { docs } = await req.payload.find({
    collection,
    // Payload rewrites the query that it checks.
    where: structuredClone(where),
    ...(limit !== undefined && { limit }),
    ...(sort !== undefined && { sort }),
    ...(trash !== undefined && { trash }),
    overrideAccess: overrideAccess ?? false,
    pagination: false,
    select: { _status: true, deletedAt: true },
    req,
  })
  return docs
}

function refusal(message: string): APIError {
  return new APIError(message, 400, null, true)
}
