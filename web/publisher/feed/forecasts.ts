import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'

/** A nudge comes milliseconds after its forecast, or never. Each takes up to 500 kB. */
const REMEMBERED = 20

/** Documents as they were forecast: they are good for something only when a nudge says that it came to that. */
export class Forecasts {
  readonly #documents = new Map<string, PublicDocument>()

  remember(document: PublicDocument): void {
    const name = nameOf(document, document.version)
    // A map is in the order of insertion: what came last is at its end.
    this.#documents.delete(name)
    this.#documents.set(name, document)
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= REMEMBERED) break
      this.#documents.delete(oldest)
    }
  }

  /** @returns undefined when that version was not forecast, or long ago */
  find(key: DocumentKey, version: string): PublicDocument | undefined {
    return this.#documents.get(nameOf(key, version))
  }
}

function nameOf(key: DocumentKey, version: string): string {
  return `${keyOf(key)}@${version}`
}
