import { editsFor, isWithinEdits } from './edit-distance.ts'

/** All words that the index has. */
export class Vocabulary {
  readonly #words = new Set<string>()

  /** @returns the word */
  add(word: string): string {
    this.#words.add(word)
    return word
  }

  /**
   * Words of the index that may be meant by one that was typed, without itself: its singular, and, if the index does
   * not know it, those that differ by a typing error.
   */
  near(word: string): string[] {
    const singular = singulars(word).filter((form) => this.#words.has(form))
    const edits = editsFor(word)
    if (edits === 0 || this.#words.has(word)) return singular
    const mistyped = [...this.#words].filter((known) => isWithinEdits(word, known, edits))
    return [...new Set([...singular, ...mistyped])]
  }
}

/** “Studies” may be more than one “study”, “dishes” more than one “dish” and “doses” more than one “dose”. */
function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s')) return []
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].filter(
    (form) => form !== word,
  )
}
