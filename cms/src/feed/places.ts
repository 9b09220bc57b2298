import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Cursor, DocumentKey } from '@careword/shared/change-feed.ts'
import { hasDrafts, publicCollections, publicGlobals } from '@careword/shared/public-fields.ts'
import type { DocumentCollection, PublicCollection } from '@careword/shared/public-fields.ts'
import { isPublic } from '../publication/main-row.ts'
import type { MainRow } from '../publication/main-row.ts'

/** Where a change stands in the sequence of changes. */
export type Place = { revision: number; key: DocumentKey }

/** What a place is told from: the main row of a document, or the record of a removal, which has the last two. */
type Row = MainRow & { documentCollection: DocumentCollection; documentId: string }

/** A collection leaves out those that it does not have. */
const FIELDS_OF_ROW = {
  revision: true,
  _status: true,
  deletedAt: true,
  documentCollection: true,
  documentId: true,
} as const

/**
 * The places after a cursor, in their order: those of all public documents, and those at which a document ceased to be public.
 *
 * @param wanted how many at most
 */
export async function placesAfter(req: PayloadRequest, since: Cursor, wanted: number): Promise<Place[]> {
  const places = await Promise.all([
    ...publicCollections.map((collection) =>
      readAfter(req, collection, since, wanted, (row) => placeOfRow(collection, row)),
    ),
    readAfter(req, 'removals', since, wanted, placeOfRemoval),
    placesOfGlobals(req),
  ])
  return places
    .flat()
    .filter((place) => compare(place, since) > 0)
    .sort((a, b) => compare(a, { revision: b.revision, id: b.key.id }))
    .slice(0, wanted)
}

/** The highest revision that has been given, or 0; that of a draft counts too. */
export async function latestRevision(req: PayloadRequest): Promise<number> {
  const newest = await Promise.all(
    [...publicCollections, 'removals' as const].map(async (collection) => {
      const { docs } = await req.payload.db.find<{ revision?: number | null }>({
        collection,
        select: { revision: true },
        sort: '-revision',
        limit: 1,
        pagination: false,
        req,
      })
      return docs[0]?.revision ?? 0
    }),
  )
  const globals = (await placesOfGlobals(req)).map(({ revision }) => revision)
  return Math.max(...newest, ...globals)
}

/** A global has no row until somebody saves it. */
export async function placesOfGlobals(req: PayloadRequest): Promise<Place[]> {
  const places = await Promise.all(
    publicGlobals.map(async (name): Promise<Place[]> => {
      // Without a row, one database says {} and the other null.
      const stored = (await req.payload.db.findGlobal({ slug: name, select: { revision: true }, req })) as {
        revision?: number | null
      } | null
      return typeof stored?.revision === 'number'
        ? [{ revision: stored.revision, key: { collection: name, id: name } }]
        : []
    }),
  )
  return places.flat()
}

/**
 * Reads rows by revision until at least `wanted` places after the cursor are found, or there are no more.
 *
 * The database is asked by revision alone, and what is not public is dropped here: with the status in the query, SQLite
 * takes the index of the status and reads every published document.
 *
 * @param placeOf gives undefined for a row that stands for nothing public
 */
async function readAfter(
  req: PayloadRequest,
  collection: CollectionSlug,
  since: Cursor,
  wanted: number,
  placeOf: (row: Row) => Place | undefined,
): Promise<Place[]> {
  for (let limit = wanted + 1; ; limit *= 2) {
    const { docs: rows } = await req.payload.db.find<Row>({
      collection,
      where: { revision: { greater_than_equal: since.revision } },
      select: FIELDS_OF_ROW,
      sort: 'revision',
      limit,
      pagination: false,
      req,
    })
    const isAll = rows.length < limit
    // Several rows may share a revision, and the last ones read may be only some of those that do.
    const whole = isAll ? rows : rows.filter(({ revision }) => revision !== rows.at(-1)?.revision)
    const places = whole.flatMap((row) => placeOf(row) ?? []).filter((place) => compare(place, since) > 0)
    if (isAll || places.length >= wanted) return places
  }
}

function placeOfRow(collection: PublicCollection, row: Row): Place | undefined {
  if (!isPublic(row, hasDrafts(collection))) return undefined
  return { revision: row.revision ?? 0, key: { collection, id: row.id } }
}

function placeOfRemoval({ documentCollection: collection, documentId: id, revision }: Row): Place {
  return { revision: revision ?? 0, key: { collection, id } }
}

function compare({ revision, key: { id } }: Place, cursor: Cursor): number {
  if (revision !== cursor.revision) return revision - cursor.revision
  return id < cursor.id ? -1 : id > cursor.id ? 1 : 0
}
