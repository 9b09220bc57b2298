import { EXISTENCE, fieldBit } from './field-set.ts'
import { comparator, matches, type AnyQuery, type Sortable } from './query.ts'
import type { Change } from './snapshot-changes.ts'

/**
 * The answer to a query after some documents changed, made from the answer before: sorting 10,000 articles again
 * takes longer than rendering a page.
 *
 * @param answer ids in order, without regard to `limit` and `offset`
 * @param documentOf the documents of the query's collection as they are now, by id
 * @returns the same list when nothing that the query looks at has changed
 */
export function patchedAnswer(
  answer: readonly string[],
  query: AnyQuery,
  changes: readonly Change[],
  documentOf: (id: string) => Sortable | undefined,
): readonly string[] {
  const lookedAt = [...Object.keys(query.where ?? {}), ...(query.sortBy ?? []).map(({ field }) => field)]
    .map((field) => fieldBit(query.collection, field))
    .reduce((fields, bit) => fields | bit, EXISTENCE)
  const affecting = changes.filter(
    ({ collection, fields }) => collection === query.collection && (fields & lookedAt) !== 0,
  )
  const leaving = new Set(
    affecting.flatMap(({ id, before }) => (before && matches(before, query) ? [id] : [])),
  )
  const coming = affecting.flatMap(({ after }) => (after && matches(after, query) ? [after] : []))
  if (leaving.size + coming.length === 0) return answer

  const patched = answer.filter((id) => !leaving.has(id))
  const compare = comparator(query)
  for (const document of coming) {
    let [low, high] = [0, patched.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = documentOf(patched[middle] ?? '')
      if (there && compare(there, document) < 0) low = middle + 1
      else high = middle
    }
    patched.splice(low, 0, document.id)
  }
  return patched
}
