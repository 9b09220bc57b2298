import { formatCursor, keyOf, parseCursor, rewindCursor, START } from '@careword/shared/change-feed.ts'
import type { DocumentKey, FeedIndex } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { BroughtDocuments } from './brought-documents.ts'
import type { NamedDocument } from './brought-documents.ts'
import type { ContentChange, ContentStore } from './content-store.ts'
import { DOCUMENTS_LIMIT } from './feed-client.ts'
import type { FeedClient } from './feed-client.ts'
import { NotAFeed } from './feed-errors.ts'
import { Overlap } from './overlap.ts'

/** What a synchronisation brought: numbers of documents. */
export type Synchronised = {
  changed: number
  gone: number
  /**
   * What should follow, once this is published. `overlap`: a pull, since only named documents were asked for. `compare`: a
   * comparison of everything, since a deletion may have changed the documents that referred to it without a revision of
   * their own, or since a kept document is damaged.
   */
  next: 'nothing' | 'overlap' | 'compare'
}

/** How to bring the store to what the CMS has published. */
export type CatchUp = {
  /** Compares every document with the CMS as well. */
  compareAll: boolean
  /** The list to compare with, if it was read before: it takes the CMS long to make when there are many documents. */
  index?: FeedIndex | undefined
  /** The documents that are known to have changed: only these are brought up to date, and the pull follows later. */
  documents?: readonly NamedDocument[] | undefined
}

/** Brings the store to what the CMS has published. */
export type Synchroniser = {
  /**
   * Pulls what changed.
   *
   * @throws FeedError when the CMS cannot be read; the store then is as it was, or at a later state that was complete
   */
  catchUp(how: CatchUp): Promise<Synchronised>
}

/** @param now in milliseconds, never going back; to be changed in tests only */
export function createSynchroniser(
  feed: FeedClient,
  store: ContentStore,
  now = () => performance.now(),
): Synchroniser {
  const overlap = new Overlap(now)
  // The overlap brings the same deletions again and again; each is a reason to compare only once.
  const seenGone = new Set<string>()
  const broughtDocuments = new BroughtDocuments()

  const update = async (named: readonly NamedDocument[], cursor: string): Promise<ContentChange> => {
    const { usable, toAsk } = broughtDocuments.take(named)
    const brought = await store.keep(usable)
    const { documents, gone } = await asked(feed, store, toAsk)
    return { documents: [...brought, ...documents], gone, cursor }
  }

  return {
    async catchUp({ compareAll, documents, index }) {
      const { cursor } = store
      const began = now()
      const isNamed = documents !== undefined && !compareAll && cursor !== undefined
      const pulled = isNamed
        ? await update(documents, cursor)
        : await pull(
            feed,
            store,
            cursor === undefined ? undefined : rewindCursor(cursor, overlap.before(cursor)),
          )
      if (!isNamed) broughtDocuments.knownUpTo(pulled.cursor)
      for (const document of pulled.documents) seenGone.delete(keyOf(document))
      const newlyGone = pulled.gone.map(keyOf).filter((key) => store.documents.has(key) || !seenGone.has(key))
      const total = await store.apply(pulled)
      if (!isNamed) overlap.pulled(pulled.cursor, began)
      if (!compareAll) {
        for (const key of newlyGone) seenGone.add(key)
        const mustCompare = newlyGone.length > 0 || store.damaged.size > 0
        return { ...total, next: mustCompare ? 'compare' : isNamed ? 'overlap' : 'nothing' }
      }
      const list = index ?? (await feed.index())
      broughtDocuments.knownUpTo(list.cursor)
      const different = differences(store, list)
      broughtDocuments.asked(different)
      const compared = await store.apply({ ...(await asked(feed, store, different)), cursor: list.cursor })
      for (const key of newlyGone) seenGone.add(key)
      return {
        changed: total.changed + compared.changed,
        gone: total.gone + compared.gone,
        next: 'nothing',
      }
    },
  }
}

/**
 * Pulls all pages since the cursor before anything is applied, so that the store goes from one whole state to the next.
 * Each page is put on disk at once: all of them together may be more than fits into memory.
 */
async function pull(
  feed: FeedClient,
  store: ContentStore,
  start: string | undefined,
): Promise<ContentChange> {
  const { cursor } = store
  const documents = new Map<string, PublicDocument>()
  const gone = new Map<string, DocumentKey>()
  let since = start
  for (;;) {
    const page = await feed.changesSince(since)
    for (const key of page.gone) {
      gone.set(keyOf(key), key)
      documents.delete(keyOf(key))
    }
    for (const document of await store.keep(page.documents)) {
      documents.set(keyOf(document), document)
      gone.delete(keyOf(document))
    }
    if (!page.more) {
      return {
        documents: [...documents.values()],
        gone: [...gone.values()],
        cursor: later(page.cursor, cursor),
      }
    }
    if (page.cursor === since)
      throw new NotAFeed(`The change feed says that there is more after ${since}, but does not move on.`)
    since = page.cursor
  }
}

/** A pull that found nothing must not move the cursor back by its own overlap. */
function later(one: string, other: string | undefined): string {
  const [a, b] = [parseCursor(one) ?? START, parseCursor(other ?? '') ?? START]
  return formatCursor(a.revision > b.revision || (a.revision === b.revision && a.id > b.id) ? a : b)
}

/**
 * Compares the store with the list of all that is published: what was missed, and what a restored database or a
 * lost deletion left behind. The list may be a little old, so whatever differs from it is to be asked for as it is now.
 */
function differences(store: ContentStore, index: FeedIndex): DocumentKey[] {
  const published = new Set(index.documents.map(keyOf))
  return [
    ...index.documents.filter(
      (entry) =>
        store.documents.get(keyOf(entry))?.version !== entry.version || store.damaged.has(keyOf(entry)),
    ),
    ...[...store.documents.values()].filter((document) => !published.has(keyOf(document))),
  ]
}

/** Asks for documents as they are now. */
async function asked(
  feed: FeedClient,
  store: ContentStore,
  wanted: readonly DocumentKey[],
): Promise<Omit<ContentChange, 'cursor'>> {
  const keys = [...new Map(wanted.map((key) => [keyOf(key), key])).values()]
  const gone: DocumentKey[] = []
  const documents: PublicDocument[] = []
  for (let start = 0; start < keys.length; start += DOCUMENTS_LIMIT) {
    const some = keys
      .slice(start, start + DOCUMENTS_LIMIT)
      .map(({ collection, id }): DocumentKey => ({ collection, id }))
    const answer = await feed.documents(some)
    documents.push(...(await store.keep(answer.documents)))
    gone.push(...answer.gone)
    expectAnswerFor(some, [...answer.documents, ...answer.gone])
  }
  return { documents, gone }
}

function expectAnswerFor(asked: readonly DocumentKey[], answered: readonly DocumentKey[]): void {
  const keys = new Set(answered.map(keyOf))
  const missing = asked.map(keyOf).filter((key) => !keys.has(key))
  if (missing.length > 0)
    throw new NotAFeed(`The change feed lists ${missing.join(', ')} as published but does not give it.`)
}
