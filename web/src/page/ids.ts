import { slugFrom } from '@careword/shared/slug.ts'

/** The ids of one page, each given once. */
export class Ids {
  readonly #taken: Set<string>

  /** @param taken ids that are given already */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken)
  }

  /** The same ids, to which others can come. */
  copy(): Ids {
    return new Ids(this.#taken)
  }

  /**
   * An id made from a text: “Side effects” gives `side-effects`, a second one `side-effects-2`.
   * HTML allows an id to start with a digit, but CSS and some tools stumble over it: it gets a letter before it.
   */
  take(text: string): string {
    const slug = slugFrom(text) || 'section'
    const wanted = /^\d/.test(slug) ? `n-${slug}` : slug
    let id = wanted
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}-${count}`
    this.#taken.add(id)
    return id
  }

  /** Keeps an id for an anchor that others link to. @returns the same id */
  reserve(id: string): string {
    this.#taken.add(id)
    return id
  }
}
