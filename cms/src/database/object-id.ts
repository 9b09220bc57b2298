import { ObjectId } from 'mongodb'
import { APIError, traverseFields } from 'payload'
import type { CollectionBeforeChangeHook, Field } from 'payload'

const OBJECT_ID = /^[0-9a-f]{24}$/

/** Whether a document can have this id. Asked for another kind of id, the databases answer differently, or not at all. */
export function isObjectId(id: unknown): id is string {
  return typeof id === 'string' && OBJECT_ID.test(id)
}

/** An id for a new document. */
export function newId(): string {
  return new ObjectId().toHexString()
}

/**
 * Gives a new document an id of one kind on every database, 24 hexadecimal digits, so that a document keeps its
 * id when it moves from one database to another. Its rows get new ids: what was read from one document and is sent as another has
 * those of the first, which SQLite cannot store twice, while MongoDB can.
 * @throws APIError 400 when the caller gives an id of another kind, or that of another document
 */
export const identified: CollectionBeforeChangeHook = async ({ data, operation, collection, req }) => {
  if (operation !== 'create') return data
  renewRowIds(collection.fields, data)
  const id: unknown = data.id
  if (id === undefined || id === null) return { ...data, id: newId() }
  if (!isObjectId(id))
    throw refusal(
      `The id ${JSON.stringify(id)} cannot be used: an id is 24 hexadecimal digits (0–9, a–f). Leave it out to get one.`,
    )
  const { slug } = collection
  if (await req.payload.db.findOne({ collection: slug, where: { id: { equals: id } }, req }))
    throw refusal(`Another document has the id “${id}” already. Leave it out to get one.`)
  return data
}

function renewRowIds(fields: Field[], data: unknown): void {
  traverseFields({
    fields,
    ref: data,
    fillEmpty: false,
    callback: ({ field, ref }) => {
      if (field.type !== 'array' && field.type !== 'blocks') return
      const rows = (ref as Record<string, unknown>)[field.name]
      if (Array.isArray(rows)) for (const row of rows as { id?: string }[]) row.id = newId()
    },
  })
}

function refusal(message: string): APIError {
  return new APIError(message, 400, null, true)
}
