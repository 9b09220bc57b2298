import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { announceChange, announceUnseenChanges } from '../delivery/announce-change.ts'
import { isPublic, mainRowOf } from './main-row.ts'
import { publicReferrers } from '../feed/referrers.ts'
import { leadFromOldAddress } from './old-address.ts'
import { recordRemoval } from './removals.ts'
import { nextRevision } from './revision.ts'
import { writtenDocuments } from './written-documents.ts'

/** What is known of a document that a request is about to change. `slug`: of the address at which it is public. */
type Change = {
  wasPublic: boolean
  revision: number
  slug?: string | null | undefined
  /** What is public and refers to a document that the public does not see. */
  referrers?: readonly DocumentKey[]
}

/**
 * The hooks that keep the sequence of changes of a public collection: each change gets a revision, each removal a record,
 * and the publisher hears of both after the commit.
 */
export function trackChanges(collection: PublicCollection, hasDrafts: boolean) {
  const beforeChange: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
    const revision = nextRevision()
    const changed = { ...(data as object), revision }
    // A new document gets its id from an earlier hook.
    const id = idOf(operation === 'create' ? changed : originalDoc)
    const before = operation === 'update' ? await mainRowOf(req, collection, id) : undefined
    const wasPublic = isPublic(before, hasDrafts)
    changesOf(req).set(`${collection}:${id}`, { wasPublic, revision, slug: before?.slug })
    return changed
  }

  const withdraw = async (req: PayloadRequest, id: string, title: string | undefined) => {
    const revision = await recordRemoval(req, { collection, id })
    await announceChange(req, { key: { collection, id }, title, revision, withdrawal: true })
  }

  const afterChange: CollectionAfterChangeHook = async ({ collection: config, doc, req }) => {
    const id = idOf(doc)
    const change = changesOf(req).get(`${collection}:${id}`)
    // The row in the database decides: what the hook is given is the newest version, and after a trash still says “published”.
    const written = await writtenDocuments(req)
    const row = written?.get(keyOf({ collection, id }))?.row ?? (await mainRowOf(req, collection, id))
    if (isPublic(row, hasDrafts)) {
      if (change?.wasPublic && change.slug && row?.slug !== change.slug)
        await leadFromOldAddress(req, { collection, id, slug: change.slug })
      // The save of a draft leaves the row as it was.
      if (change && row?.revision === change.revision)
        await announceChange(req, {
          key: { collection, id },
          title: titleOf(config, doc),
          revision: change.revision,
          withdrawal: false,
        })
    } else if (change?.wasPublic) await withdraw(req, id, titleOf(config, doc))
  }

  const beforeDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
    const wasPublic = isPublic(await mainRowOf(req, collection, String(id)), hasDrafts)
    // The publisher compares everything after a withdrawal, and so finds what referred to it.
    const referrers = wasPublic ? [] : await publicReferrers(req, { collection, id: String(id) })
    changesOf(req).set(`${collection}:${id}`, { wasPublic, revision: nextRevision(), referrers })
  }

  const afterDelete: CollectionAfterDeleteHook = async ({ collection: config, doc, id, req }) => {
    const change = changesOf(req).get(`${collection}:${id}`)
    if (change?.wasPublic) return withdraw(req, String(id), titleOf(config, doc))
    const { referrers = [] } = change ?? {}
    for (const referrer of referrers) await recordRemoval(req, referrer)
    if (referrers.length > 0) await announceUnseenChanges(req)
  }

  return { beforeChange, afterChange, beforeDelete, afterDelete }
}

const CHANGES = 'changesOfDocuments'

/**
 * What a request is changing, by document; one request may change many.
 *
 * It is kept as a value of the request's context: Payload replaces the context object itself, with a copy, at each nested call.
 */
function changesOf({ context }: PayloadRequest): Map<string, Change> {
  return (context[CHANGES] ??= new Map<string, Change>()) as Map<string, Change>
}

/** What the admin calls a document. */
function titleOf({ admin }: SanitizedCollectionConfig, document: unknown): string | undefined {
  const title: unknown = (document as Record<string, unknown>)[admin.useAsTitle ?? 'id']
  return typeof title === 'string' && title !== '' ? title : undefined
}

function idOf(document: unknown): string {
  return (document as { id: string }).id
}
