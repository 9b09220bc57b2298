import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { patchedAnswer } from './patch-answer.ts'
import { matching, type AnyQuery } from './query.ts'
import { changesBetween } from './snapshot-changes.ts'
import type { Snapshot } from './snapshot.ts'

const queries: AnyQuery[] = [
  { collection: 'articles' },
  { collection: 'articles', where: { topics: 'a' } },
  {
    collection: 'articles',
    where: { starterContent: true },
    sortBy: [{ field: 'title', order: 'alphabetical' }],
  },
  { collection: 'articles', sortBy: [{ field: 'publishedAt', order: 'descending' }] },
  {
    collection: 'articles',
    sortBy: [
      { field: 'publishedAt', order: 'ascending' },
      { field: 'title', order: 'descending' },
    ],
  },
]

const fields = fc.record(
  {
    title: fc.constantFrom('a', 'B', 'é', 'f'),
    publishedAt: fc.constantFrom('2026-01-01', '2026-01-02'),
    topics: fc.subarray(['a', 'b']),
    starterContent: fc.boolean(),
    summary: fc.constantFrom('x', 'y'),
  },
  { requiredKeys: ['title'] },
)
const documents = fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5', '6'), fields)

const snapshotOf = (all: Record<string, object>): Snapshot => ({
  today: '2026-11-23',
  siteUrl: 'https://example.org',
  documents: new Map(
    Object.entries(all).map(([id, each]) => [
      `articles:${id}`,
      { collection: 'articles', id, version: versionOf(each), fields: each } as PublicDocument,
    ]),
  ),
})
const answer = ({ documents: all }: Snapshot, query: AnyQuery) =>
  matching([...all.values()], query).map(({ id }) => id)

test('a patched answer is the one that a new search gives', () => {
  const property = fc.property(documents, documents, (before, after) => {
    const [previous, next] = [snapshotOf(before), snapshotOf(after)]
    const changes = changesBetween(previous, next)
    const documentOf = (id: string) => next.documents.get(`articles:${id}`)
    for (const query of queries)
      expect(patchedAnswer(answer(previous, query), query, changes, documentOf)).toEqual(answer(next, query))
  })
  expect(() => {
    fc.assert(property, { numRuns: 500 })
  }).not.toThrow()
})

test('an answer stays the same list when nothing that its query looks at has changed', () => {
  const [previous, next] = [
    snapshotOf({ 1: { title: 'a', summary: 'x' } }),
    snapshotOf({ 1: { title: 'a', summary: 'y' } }),
  ]
  const before = ['1']
  const query: AnyQuery = { collection: 'articles', sortBy: [{ field: 'title', order: 'ascending' }] }
  expect(patchedAnswer(before, query, changesBetween(previous, next), () => undefined)).toBe(before)
})
