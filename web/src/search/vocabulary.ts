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
   * Words of the index that may be meant by one that was typed, without itself: its singular, its plural where that does
   * not begin with it, and, if the index does not know the word, those that differ by a typing error.
   */
  near(word: string): string[] {
    const forms = [...singulars(word), ...plurals(word)].filter((form) => this.#words.has(form))
    const edits = editsFor(word)
    if (edits === 0 || this.#words.has(word)) return forms
    const mistyped = [...this.#words].filter((known) => isWithinEdits(word, known, edits))
    return [...new Set([...forms, ...mistyped])]
  }
}

/** “Studies” may be more than one “study”, “dishes” more than one “dish” and “doses” more than one “dose”. */
function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s')) return []
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].filter(
    (form) => form !== word,
  )
}

/** Other plurals are found by their beginning; “memories” does not begin with “memory”. */
function plurals(word: string): string[] {
  return word.length >= 4 && word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []
}
