import { ALL_FIELDS, EXISTENCE } from '../../content/field-set.ts'
import type { ShownSite } from './shown-site.ts'

/** With more changes at once, what each of them changed is not told apart. */
const MOST_TOLD_APART = 50

/** Counts the pages that changed with each of several documents. */
export class ChangedPages {
  readonly #changed = new Set<string>()
  readonly #readers = new Map<string, Set<string>>()
  readonly #keys: readonly string[]

  /** @param keys the documents that are about to change. @param before what their pages read until now */
  constructor(keys: readonly string[], before: ShownSite | undefined) {
    this.#keys = keys.length > 1 && keys.length <= MOST_TOLD_APART ? keys : []
    this.#noteReaders(before)
  }

  /** Takes what a release did. */
  note(shown: ShownSite, written: Iterable<string>, removed: Iterable<string>): void {
    for (const path of [...written, ...removed]) this.#changed.add(path)
    this.#noteReaders(shown)
  }

  /** How many pages changed that read the document before or read it now; of all, when that is not told apart. */
  of(key: string): number {
    const readers = this.#readers.get(key)
    return readers ? [...this.#changed].filter((path) => readers.has(path)).length : this.#changed.size
  }

  #noteReaders(site: ShownSite | undefined): void {
    for (const key of this.#keys) {
      const readers = site?.reads.readersOf(new Map([[key, ALL_FIELDS | EXISTENCE]])) ?? []
      this.#readers.set(key, new Set([...(this.#readers.get(key) ?? []), ...readers]))
    }
  }
}
