import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

type Values = Record<string, unknown>

/** A reference at a place in a document: which document it names, and how to take it out. */
type Reference = { collection: string; id: string }

/**
 * Takes references to documents that no longer exist out of documents read at depth 0. After a deletion one database
 * empties the field and the other keeps the id; after this both say the same.
 *
 * Rich texts are left alone: both databases keep them as they are.
 *
 * @param fields of the collection or global that the documents come from
 * @returns copies of the documents
 */
export async function withoutDeletedTargets(
  req: PayloadRequest,
  fields: FlattenedField[],
  documents: Values[],
): Promise<Values[]> {
  const named = new Map<string, Set<string>>()
  for (const document of documents)
    mapReferences(fields, document, (reference) => {
      const ids = named.get(reference.collection) ?? new Set()
      named.set(reference.collection, ids.add(reference.id))
      return true
    })
  const existing = new Map(
    await Promise.all(
      [...named].map(
        async ([collection, ids]) => [collection, await existingIds(req, collection, [...ids])] as const,
      ),
    ),
  )
  return documents.map((document) =>
    mapReferences(fields, document, ({ collection, id }) => existing.get(collection)?.has(id) ?? false),
  )
}

/** Whether a reference in a document, read at depth 0, names the target; those inside rich texts are not looked at. */
export function refersTo(fields: FlattenedField[], document: Values, target: Reference): boolean {
  let isNamed = false
  mapReferences(fields, document, ({ collection, id }) => {
    isNamed ||= collection === target.collection && id === target.id
    return true
  })
  return isNamed
}

async function existingIds(req: PayloadRequest, collection: string, ids: string[]): Promise<Set<string>> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: collection as CollectionSlug,
    where: { id: { in: ids } },
    select: { id: true },
    pagination: false,
    limit: 0,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

/** Copies `values`, keeping only the references for which `keep` says yes. */
function mapReferences(
  fields: FlattenedField[],
  values: Values,
  keep: (reference: Reference) => boolean,
): Values {
  const copy: Values = { ...values }
  for (const field of fields) {
    const value = values[field.name]
    if (value === undefined || value === null) continue
    switch (field.type) {
      case 'relationship':
      case 'upload':
        copy[field.name] = Array.isArray(value)
          ? value.filter((item) => item !== null && keep(readReference(field.relationTo, item)))
          : keep(readReference(field.relationTo, value))
            ? value
            : undefined
        break
      case 'group':
      case 'tab':
        copy[field.name] = mapReferences(field.flattenedFields, value as Values, keep)
        break
      case 'array':
        copy[field.name] = (value as Values[]).map((row) => mapReferences(field.flattenedFields, row, keep))
        break
      default:
    }
  }
  return copy
}

/** At depth 0 a reference is an id, or, to one of several collections, the collection with the id. */
function readReference(relationTo: string | string[], value: unknown): Reference {
  if (typeof relationTo === 'string') return { collection: relationTo, id: String(value) }
  const { relationTo: collection, value: id } = value as { relationTo: string; value: unknown }
  return { collection, id: String(id) }
}
