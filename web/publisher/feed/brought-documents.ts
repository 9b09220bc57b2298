import { keyOf, parseCursor, START } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Forecasts } from './forecasts.ts'

/** A document as it was brought, with the revision of the change. */
type Brought = { revision: number; document: PublicDocument }

/** A document that is said to have changed, perhaps with what it was then. */
export type NamedDocument = DocumentKey & { brought?: Brought }

/**
 * The documents that a nudge names, with the one that it brings or that came before it; undefined when it names none.
 *
 * @param forecasts what came before
 */
export function documentsNamedBy(
  { documents, brought }: Nudge,
  forecasts: Forecasts,
): NamedDocument[] | undefined {
  return documents?.map((key) => {
    const document = brought && documentBroughtOf(key, brought, forecasts)
    return document ? { ...key, brought: { revision: brought.revision, document } } : key
  })
}

function documentBroughtOf(
  key: DocumentKey,
  brought: NonNullable<Nudge['brought']>,
  forecasts: Forecasts,
): PublicDocument | undefined {
  if ('version' in brought) return forecasts.find(key, brought.version)
  return keyOf(brought.document) === keyOf(key) ? brought.document : undefined
}

/** Nothing that is brought is newer, until the next pull. */
const UNKNOWN = Infinity

/**
 * Tells which of the documents that nudges bring may be used: those that surely are newer than what is known. Nudges come late,
 * doubled and out of order, and none may bring back what was replaced or withdrawn after it was sent.
 */
export class BroughtDocuments {
  /**
   * Up to here every document is known. The store’s cursor may be earlier: after a comparison it is that of the list, which may be
   * older than the pull before it. Until the first pull anything may have happened while no publisher ran.
   */
  #seen = UNKNOWN
  /** The revision at which a document is known, by key; only of those that changed after that. */
  readonly #known = new Map<string, number>()

  /**
   * Takes each document as known from now on.
   *
   * @returns what may be used, and what has to be asked for
   */
  take(named: readonly NamedDocument[]): { usable: PublicDocument[]; toAsk: DocumentKey[] } {
    const byKey = Map.groupBy(named, keyOf)
    const usable: PublicDocument[] = []
    const toAsk: DocumentKey[] = []
    for (const [key, mentions] of byKey) {
      const newest = newestOf(mentions)
      if (newest && newest.revision > Math.max(this.#seen, this.#known.get(key) ?? 0)) {
        usable.push(newest.document)
        this.#known.set(key, newest.revision)
      } else {
        toAsk.push(...mentions.slice(0, 1))
      }
    }
    this.asked(toAsk)
    return { usable, toAsk }
  }

  /** These were asked for: the answer may be newer than the nudges that are still on their way. */
  asked(keys: readonly DocumentKey[]): void {
    for (const key of keys) this.#known.set(keyOf(key), UNKNOWN)
  }

  /** Everything is known up to this cursor, what was asked for before included. */
  knownUpTo(cursor: string): void {
    const { revision } = parseCursor(cursor) ?? START
    this.#seen = this.#seen === UNKNOWN ? revision : Math.max(this.#seen, revision)
    for (const [key, known] of this.#known)
      if (known === UNKNOWN || known <= this.#seen) this.#known.delete(key)
  }
}

/** @returns undefined when one of them was only named: it may be the newest */
function newestOf(mentions: readonly NamedDocument[]): Brought | undefined {
  const brought = mentions.flatMap((mention) => mention.brought ?? [])
  if (brought.length < mentions.length) return undefined
  return brought.reduce((newest, one) => (one.revision > newest.revision ? one : newest))
}
