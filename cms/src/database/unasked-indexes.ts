import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type RawTables = SQLiteAdapter['rawTables']

/** The place of a row among those of its parent, and the name of the field that it belongs to. */
const PLACES = new Set(['_order', 'order', 'path'])

/**
 * Takes away Payload's indexes on places alone, which no query of its asks: rows are looked for by their parent, and put in order
 * then. Each is a tree that every save changes in many places, since a first row is beside the first rows of all other documents.
 *
 * @param tables as Payload has made them up from the collections, before they are given to the database
 */
export function withoutUnaskedIndexes(tables: RawTables): void {
  for (const { indexes } of Object.values(tables))
    for (const [name, { on }] of Object.entries(indexes ?? {}))
      if ([on].flat().every((column) => PLACES.has(column))) delete indexes?.[name]
}
