import { below, type HeadingLevel } from '../page/heading.ts'

/**
 * Gives the headings of a text their levels on the page: below the heading that the text stands under, in the
 * order of the levels that the author chose, and never skipping one.
 */
export class Outline {
  readonly #under: HeadingLevel
  #open: number[] = []

  constructor(under: HeadingLevel) {
    this.#under = under
  }

  /** Goes to the next heading. @param authored the level that the author chose */
  enter(authored: number): HeadingLevel {
    this.#open = [...this.#open.filter((level) => level < authored), authored]
    return this.current
  }

  /** The level of the heading that the text is under now. */
  get current(): HeadingLevel {
    return below(this.#under, this.#open.length)
  }
}
