import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'

type Row = Record<string, unknown>

/** Under this name a request keeps to which document the ids of rows went that came with it. */
const TAKEN = 'rowIdsTaken'

/**
 * Gives rows of a document that is changed ids of their own, where they came with those of another document or of a row before
 * them. A program that copies rows sends such, and so does an editor who changes several documents at once; SQLite refuses them,
 * in words that say nothing to either. Ids that are new to all are kept, since a form knows its new rows by them.
 */
export const keepRowIdsApart: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  collection,
  req,
  context,
}) => {
  // `identified` has given the rows of a new document new ids.
  if (operation === 'create') return data as unknown
  const original = originalDoc as Row & { id: string }
  const taken = (context[TAKEN] ??= new Map()) as Map<unknown, string>
  const renewed: Row = {}
  for (const { name, type } of collection.flattenedFields) {
    const rows = type === 'array' ? rowsOf(data[name]) : []
    const known = new Set(rowsOf(original[name]).map(({ id }) => id))
    const fresh = rows.map(({ id }) => id).filter((id) => typeof id === 'string' && !known.has(id))
    if (fresh.length === 0 && new Set(rows.map(({ id }) => id)).size === rows.length) continue
    const elsewhere = await idsElsewhere(req, collection.slug, name, fresh, original.id)
    const seen = new Set<unknown>()
    renewed[name] = rows.map((row) => {
      const { id, ...rest } = row
      const isTaken = seen.has(id) || elsewhere.has(id) || (taken.get(id) ?? original.id) !== original.id
      seen.add(id)
      if (isTaken) return rest
      taken.set(id, original.id)
      return row
    })
  }
  return { ...data, ...renewed }
}

/** Those of these ids that rows of other documents have. @param own the document that is saved */
async function idsElsewhere(
  req: PayloadRequest,
  collection: string,
  field: string,
  ids: unknown[],
  own: string,
): Promise<Set<unknown>> {
  const { docs } = await req.payload.db.find<Row>({
    collection: collection as CollectionSlug,
    where: { [`${field}.id`]: { in: ids } },
    select: { [field]: true },
    pagination: false,
    req,
  })
  const others = docs.filter(({ id }) => id !== own)
  return new Set(others.flatMap((other) => rowsOf(other[field]).map(({ id }) => id)))
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : []
}
