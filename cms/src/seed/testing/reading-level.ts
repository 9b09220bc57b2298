import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** The sentences of a text: a full stop, a question mark or an exclamation mark followed by a space ends one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.?!][”’)]?)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** The words of a text; a word with hyphens is one, and so is a number. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'/-]*/gu) ?? []
}

/**
 * The Flesch–Kincaid grade of a text: the US school year in which it can be read.
 *
 * A number is read out with at least one syllable, though the counting library gives it none.
 */
export function gradeOf(text: string): number {
  const words = wordsOf(text)
  return fleschKincaid({
    sentence: sentencesOf(text).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  })
}
