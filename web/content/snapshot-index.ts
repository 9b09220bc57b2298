import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { DocumentCollection, PublicCollection } from '@careword/shared/public-fields.ts'
import { frozen } from './frozen.ts'
import { patchedAnswer } from './patch-answer.ts'
import { matching, valuesOf, type AnyQuery } from './query.ts'
import { slugThing } from './reads.ts'
import type { Change } from './snapshot-changes.ts'
import type { Snapshot } from './snapshot.ts'

/** What many pages ask of one snapshot, worked out once. */
export class SnapshotIndex {
  readonly #documents: Snapshot['documents']
  readonly #slugs: ReadonlyMap<string, string>
  /** Ids in order, by query without paging. */
  readonly #answers = new Map<string, readonly string[]>()
  #byCollection: ReadonlyMap<DocumentCollection, PublicDocument[]> | undefined
  /** The documents of a collection by the values of a field, by the names of both. */
  readonly #byValue = new Map<string, ReadonlyMap<unknown, PublicDocument[]>>()

  /** @param slugs ids by slug, when they are known */
  constructor({ documents }: Snapshot, slugs: ReadonlyMap<string, string> = slugsOf(documents.values())) {
    this.#documents = documents
    this.#slugs = slugs
  }

  /** The document, deeply frozen. @returns undefined when it is not public */
  get<Name extends DocumentCollection>(collection: Name, id: string): PublicDocument<Name> | undefined {
    const document = this.#documents.get(keyOf({ collection, id }))
    return document && frozen(document as PublicDocument<Name>)
  }

  /** The id of the document with that slug. @returns undefined when none is public */
  bySlug(collection: PublicCollection, slug: string): string | undefined {
    return this.#slugs.get(slugThing(collection, slug))
  }

  /** The ids of every document that the query matches, in order, without regard to `limit` and `offset`. */
  all(query: AnyQuery): readonly string[] {
    const name = nameWithoutPaging(query)
    let ids = this.#answers.get(name)
    if (!ids) {
      ids = matching(this.#candidates(query), query).map(({ id }) => id)
      this.#answers.set(name, ids)
    }
    return ids
  }

  /** Few documents besides those that match: hundreds of queries ask for the shares of thousands of documents. */
  #candidates({ collection, where = {} }: AnyQuery): readonly PublicDocument[] {
    this.#byCollection ??= Map.groupBy(this.#documents.values(), (document) => document.collection)
    const documents = this.#byCollection.get(collection) ?? []
    const [condition] = Object.entries<unknown>(where)
    if (!condition) return documents
    const [field, value] = condition
    const name = `${collection} ${field}`
    const byValue = this.#byValue.get(name) ?? groupedBy(documents, field)
    this.#byValue.set(name, byValue)
    return byValue.get(value) ?? []
  }

  /**
   * The index of the snapshot after this one, with the answers to some queries made from those of this one.
   *
   * @param changes all that differs between the two
   * @param queries those that will be asked; what is known of others is not carried on
   */
  after(next: Snapshot, changes: readonly Change[], queries: Iterable<AnyQuery>): SnapshotIndex {
    const index = new SnapshotIndex(next, patchedSlugs(this.#slugs, next, changes))
    for (const query of queries) {
      const { collection } = query
      const name = nameWithoutPaging(query)
      const answer = index.#answers.has(name) ? undefined : this.#answers.get(name)
      if (!answer) continue
      const documentOf = (id: string) => next.documents.get(keyOf({ collection, id }))
      index.#answers.set(name, patchedAnswer(answer, query, changes, documentOf))
    }
    return index
  }
}

function groupedBy(documents: readonly PublicDocument[], field: string): Map<unknown, PublicDocument[]> {
  const byValue = new Map<unknown, PublicDocument[]>()
  for (const document of documents)
    for (const value of new Set(valuesOf(document, field))) {
      const those = byValue.get(value)
      if (those) those.push(document)
      else byValue.set(value, [document])
    }
  return byValue
}

const indexes = new WeakMap<Snapshot, SnapshotIndex>()

/** The index of a snapshot, made when it is first asked for and kept as long as the snapshot. */
export function indexOf(snapshot: Snapshot): SnapshotIndex {
  let index = indexes.get(snapshot)
  if (!index) indexes.set(snapshot, (index = new SnapshotIndex(snapshot)))
  return index
}

/** Makes the index of a snapshot from that of the one before; see `SnapshotIndex.after`. */
export function indexAfter(
  previous: Snapshot,
  next: Snapshot,
  changes: readonly Change[],
  queries: Iterable<AnyQuery>,
): SnapshotIndex {
  const index = indexOf(previous).after(next, changes, queries)
  indexes.set(next, index)
  return index
}

/** Thousands of questions are looked at in each publish, and their queries stay the same. */
const names = new WeakMap<AnyQuery, string>()

/** The same text for queries that differ in `limit` and `offset` alone. */
export function nameWithoutPaging(query: AnyQuery): string {
  let name = names.get(query)
  if (name === undefined) {
    name = JSON.stringify([query.collection, query.where, query.sortBy])
    names.set(query, name)
  }
  return name
}

/** The slug of a document that has one, as a thing to read. */
export function slugThingOf(document: PublicDocument | undefined): string | undefined {
  if (!document || !('slug' in document.fields)) return undefined
  return slugThing(document.collection as PublicCollection, document.fields.slug)
}

/** Of two documents with one slug, which only a CMS in the middle of a change shows, the first id has it. */
function slugsOf(documents: Iterable<PublicDocument>): Map<string, string> {
  const slugs = new Map<string, string>()
  for (const document of documents) {
    const thing = slugThingOf(document)
    if (thing === undefined) continue
    const holder = slugs.get(thing)
    if (holder === undefined || document.id < holder) slugs.set(thing, document.id)
  }
  return slugs
}

function patchedSlugs(
  slugs: ReadonlyMap<string, string>,
  next: Snapshot,
  changes: readonly Change[],
): ReadonlyMap<string, string> {
  const moved = changes.some(({ before, after }) => slugThingOf(before) !== slugThingOf(after))
  return moved ? slugsOf(next.documents.values()) : slugs
}
