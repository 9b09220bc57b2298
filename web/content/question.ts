import type { AnyQuery } from './query.ts'
import type { SnapshotIndex } from './snapshot-index.ts'

/** What a page asked of many documents at once. */
export type Question =
  | { ask: 'list' | 'count'; query: AnyQuery }
  /** Whether a query matches so many documents: it changes far less often than their number. */
  | { ask: 'atLeast'; number: number; query: AnyQuery }

type NamedQuestion = [
  ask: Question['ask'],
  collection: AnyQuery['collection'],
  where: AnyQuery['where'] | null,
  sortBy: AnyQuery['sortBy'] | null,
  offset: number | null,
  limit: number | null,
  number: number | null,
]

/** The same text for the same question. */
export function questionName(question: Question): string {
  const { collection, where, sortBy, offset, limit } = question.query
  const number = question.ask === 'atLeast' ? question.number : undefined
  return JSON.stringify([question.ask, collection, where, sortBy, offset, limit, number])
}

/** The question with that name. @returns undefined when it is the name of something else */
export function questionNamed(name: string): Question | undefined {
  if (!name.startsWith('[')) return undefined
  const [ask, collection, where, sortBy, offset, limit, number] = JSON.parse(name) as NamedQuestion
  const query: AnyQuery = {
    collection,
    ...(where && { where }),
    ...(sortBy && { sortBy }),
    ...(offset !== null && { offset }),
    ...(limit !== null && { limit }),
  }
  return ask === 'atLeast' ? { ask, number: number ?? 0, query } : { ask, query }
}

/** The part of an answer that a list shows. */
export function pageOf(
  ids: readonly string[],
  { offset = 0, limit = Infinity }: AnyQuery,
): readonly string[] {
  return ids.slice(offset, offset + limit)
}

/** Whether two snapshots answer a question in different ways. */
export function answersDiffer(question: Question, before: SnapshotIndex, after: SnapshotIndex): boolean {
  const [idsBefore, idsAfter] = [before.all(question.query), after.all(question.query)]
  if (idsBefore === idsAfter) return false
  switch (question.ask) {
    case 'list':
      return !sameIds(pageOf(idsBefore, question.query), pageOf(idsAfter, question.query))
    case 'count':
      return idsBefore.length !== idsAfter.length
    case 'atLeast':
      return idsBefore.length >= question.number !== idsAfter.length >= question.number
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
