import type { PublicFields } from '@careword/shared/public-document.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { isShareField, shareIn, type ShareField } from './share.ts'

type FieldName<Name extends PublicCollection> = keyof PublicFields<Name> & string

/** Documents without the field come last in `ascending` and `alphabetical` order, first in `descending`. */
export type SortKey<Name extends PublicCollection = PublicCollection> = {
  field: FieldName<Name>
  /** `alphabetical` is for names as people write them, the others compare numbers and ISO dates. */
  order: 'ascending' | 'descending' | 'alphabetical'
}

/** A list of documents, said as data, so that it can be recorded and compared. */
export type Query<Name extends PublicCollection = PublicCollection> = {
  collection: Name
  /** All must match; a field that is a list matches when it contains the value; `shareField` names shares. */
  where?: Partial<Record<FieldName<Name> | ShareField, string | number | boolean>>
  /** What is still equal, or not sorted at all, is in the order of the ids. */
  sortBy?: readonly SortKey<Name>[]
  limit?: number
  offset?: number
}

/** A query of a collection that the types do not know. */
export type AnyQuery = {
  collection: PublicCollection
  where?: Readonly<Partial<Record<string, string | number | boolean>>>
  sortBy?: readonly { field: string; order: SortKey['order'] }[]
  limit?: number
  offset?: number
}

/** What a query looks at. */
export type Sortable = { id: string; fields: object }

const alphabet = new Intl.Collator('en')

/**
 * Answers the part of a query that does not depend on paging.
 *
 * @param documents all documents of the query's collection
 * @returns those that match, in order
 */
export function matching<Document extends Sortable>(
  documents: readonly Document[],
  query: Pick<AnyQuery, 'where' | 'sortBy'>,
): Document[] {
  return documents.filter((document) => matches(document, query)).sort(comparator(query))
}

/** Whether a document of the query's collection is in its answer. */
export function matches(document: Sortable, { where = {} }: Pick<AnyQuery, 'where'>): boolean {
  return Object.entries<unknown>(where).every(([field, value]) => valuesOf(document, field).includes(value))
}

/** The values of a field by any of which `where` finds a document. */
export function valuesOf(document: Sortable, field: string): readonly unknown[] {
  const found = fieldOf(document, field)
  return Array.isArray(found) ? found : [found]
}

/** The order of a query's answer. No two documents are equal in it. */
export function comparator({ sortBy = [] }: Pick<AnyQuery, 'sortBy'>): (a: Sortable, b: Sortable) => number {
  const last = sortBy[0]?.order === 'descending' ? -1 : 1
  return (a, b) => {
    for (const { field, order } of sortBy) {
      const difference = compare(fieldOf(a, field), fieldOf(b, field), order)
      if (difference !== 0) return difference
    }
    return compareValues(a.id, b.id) * last
  }
}

function fieldOf(document: Sortable, field: string): unknown {
  if (isShareField(field)) return shareIn(field, document.id)
  return (document.fields as Record<string, unknown>)[field]
}

function compare(a: unknown, b: unknown, order: SortKey['order']): number {
  const direction = order === 'descending' ? -1 : 1
  if (a === undefined || b === undefined)
    return direction * (Number(a === undefined) - Number(b === undefined))
  if (order === 'alphabetical') return alphabet.compare(a as string, b as string)
  return direction * compareValues(a as string | number, b as string | number)
}

function compareValues(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
