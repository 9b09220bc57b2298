import { editsFor, isWithinEdits } from './edit-distance.ts'
import { isFiller, wordsIn } from './words.ts'

/** A part of what somebody looks for: the words as typed, and other phrases that mean the same. */
export type Meaning = { words: string[]; others: string[][] }

/** A word that was begun is completed when so much of it is there. */
const SHORTEST_BEGINNING = 4

/** Understands what was typed by groups of words and phrases that mean the same. */
export class Synonyms {
  /** The other phrases of its groups, by phrase. */
  readonly #others = new Map<string, string[][]>()
  readonly #longest: number

  constructor(groups: readonly (readonly string[])[]) {
    let longest = 1
    for (const group of groups) {
      const phrases = group.map(wordsIn).filter((words) => words.length > 0)
      for (const phrase of phrases) {
        longest = Math.max(longest, phrase.length)
        const others = phrases.filter((other) => other !== phrase)
        const name = phrase.join(' ')
        this.#others.set(name, [...(this.#others.get(name) ?? []), ...others])
      }
    }
    this.#longest = longest
  }

  /** Parts a query into what it means, the longest phrases first. @param words of the query, in order */
  meanings(words: readonly string[]): Meaning[] {
    const meanings: Meaning[] = []
    for (let at = 0; at < words.length;) {
      const meaning = this.#phraseAt(words, at) ?? this.#likely(words[at] ?? '', at === words.length - 1)
      meanings.push(meaning)
      at += meaning.words.length
    }
    return meanings
  }

  #phraseAt(words: readonly string[], at: number): Meaning | undefined {
    for (let length = Math.min(this.#longest, words.length - at); length > 0; length--) {
      const phrase = words.slice(at, at + length)
      const others = this.#others.get(phrase.join(' '))
      if (others) return { words: phrase, others }
    }
    return undefined
  }

  /** A word with a typing error, or the beginning of one, stands for the words that it may be. */
  #likely(word: string, isLast: boolean): Meaning {
    const others: string[][] = []
    if (isFiller(word)) return { words: [word], others }
    for (const [name, synonyms] of this.#others) {
      if (name.includes(' ')) continue
      const isBegun = isLast && word.length >= SHORTEST_BEGINNING && name.startsWith(word)
      const edits = editsFor(word)
      if (isBegun || (edits > 0 && isWithinEdits(word, name, edits))) others.push([name], ...synonyms)
    }
    return { words: [word], others }
  }
}
