import type { FlattenedField, PayloadRequest, Where } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { hasDrafts, publicCollections, publicFields, publicGlobals } from '@careword/shared/public-fields.ts'
import type { DocumentCollection, PublicCollection, PublicGlobal } from '@careword/shared/public-fields.ts'
import { keepsDeletedReferences } from '../database/deleted-references.ts'
import { isPublic } from '../publication/main-row.ts'
import type { MainRow } from '../publication/main-row.ts'
import { placesOfGlobals } from './places.ts'
import { publicForm } from './public-form.ts'
import { withoutDeletedTargets } from './references.ts'

type Stored = Record<string, unknown> & { id: string }

/** What “published” means in the database. Only the main row knows: the newest version may be a draft. */
function published(collection: PublicCollection): Where[] {
  return hasDrafts(collection) ? [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] : []
}

/** What names all public documents, collection by collection. */
export async function publicKeys(req: PayloadRequest): Promise<DocumentKey[]> {
  const keys: DocumentKey[] = []
  for (const collection of publicCollections) keys.push(...(await publicKeysOf(req, collection)))
  return [...keys, ...(await placesOfGlobals(req)).map(({ key }) => key)]
}

/** What names the public documents of a collection, of those for which `also` is true. */
export async function publicKeysOf(
  req: PayloadRequest,
  collection: PublicCollection,
  also: Where = {},
): Promise<DocumentKey[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection,
    where: { and: [...published(collection), also] },
    select: { id: true },
    // Of the possible orders the one that MongoDB reads from an index. Else it would sort whole documents in memory.
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => ({ collection, id }))
}

/**
 * Those of the named documents that the public may see, in their public form.
 *
 * @param keys of collections and globals; what is not public is left out
 * @returns the documents in the order of the keys
 */
export async function readPublished(
  req: PayloadRequest,
  keys: readonly DocumentKey[],
): Promise<PublicDocument[]> {
  const idsByCollection = new Map<DocumentCollection, string[]>()
  for (const { collection, id } of keys)
    idsByCollection.set(collection, [...(idsByCollection.get(collection) ?? []), id])
  const found = await Promise.all(
    [...idsByCollection].map(([collection, ids]) =>
      isGlobal(collection) ? readGlobal(req, collection) : readCollection(req, collection, ids),
    ),
  )
  const byKey = new Map(found.flat().map((document) => [keyOf(document), document]))
  return keys.flatMap((key) => byKey.get(keyOf(key)) ?? [])
}

/**
 * The database is asked by ids alone, and what is not public is dropped here: with the status in the query, SQLite takes the
 * index of the status and reads every published document for each few of them.
 */
async function readCollection(
  req: PayloadRequest,
  collection: PublicCollection,
  ids: string[],
): Promise<PublicDocument[]> {
  const names = [...publicFields[collection], ...(hasDrafts(collection) ? ['_status', 'deletedAt'] : [])]
  // Read as stored and only these fields: joins and populated documents would show more than the public may see.
  const { docs } = await req.payload.db.find<Stored & MainRow>({
    collection,
    where: { id: { in: ids } },
    select: Object.fromEntries(names.map((name) => [name, true])),
    limit: 0,
    pagination: false,
    req,
  })
  const { flattenedFields } = req.payload.collections[collection].config
  const visible = docs.filter((row) => isPublic(row, hasDrafts(collection)))
  return toPublic(req, collection, flattenedFields, visible)
}

async function readGlobal(req: PayloadRequest, name: PublicGlobal): Promise<PublicDocument[]> {
  const stored = await storedGlobal(req, name)
  return stored ? toPublic(req, name, stored.fields, [{ ...stored.values, id: name }]) : []
}

/** A global as it is stored, with its fields. @returns undefined before its first save */
export async function storedGlobal(
  req: PayloadRequest,
  name: PublicGlobal,
): Promise<{ fields: FlattenedField[]; values: Record<string, unknown> } | undefined> {
  // Before its first save, one database says {} and the other null.
  const values = (await req.payload.db.findGlobal({ slug: name, req })) as Record<string, unknown> | null
  if (typeof values?.revision !== 'number') return undefined
  const fields = req.payload.globals.config.find(({ slug }) => slug === name)?.flattenedFields ?? []
  return { fields, values }
}

async function toPublic(
  req: PayloadRequest,
  collection: DocumentCollection,
  fields: FlattenedField[],
  stored: Stored[],
): Promise<PublicDocument[]> {
  const whole = keepsDeletedReferences(req.payload)
    ? await withoutDeletedTargets(req, fields, stored)
    : stored
  return whole.map((document) => publicForm({ collection, id: String(document.id) }, fields, document))
}

/** Whether the name is a global's. */
export function isGlobal(collection: DocumentCollection): collection is PublicGlobal {
  return (publicGlobals as readonly string[]).includes(collection)
}
