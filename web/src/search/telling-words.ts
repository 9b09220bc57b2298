import type { RichText } from '@careword/shared/public-document.ts'
import { isFiller, wordsIn } from './words.ts'
import { searchableText } from './searchable-text.ts'

/** A short word is rarely what somebody looks for, apart from abbreviations, which are names. */
const SHORTEST_WORD = 3

/**
 * The words of a document that tell the most about it, each once.
 *
 * @param known words that need not be told again
 * @param first texts whose words come first, in their order; each is asked for only when there is room
 * @param bodies long texts, whose most frequent words come next; they are asked for only when there is room
 * @param room how many words there may be
 */
export function tellingWords(
  known: readonly string[],
  first: Iterable<string | undefined>,
  bodies: () => readonly (RichText | undefined)[],
  room: number,
): string[] {
  const isKnown = new Set(known.flatMap(wordsIn))
  const isNews = (word: string) => !isKnown.has(word)
  const words = new Set<string>()
  const take = (found: Iterable<string>) => {
    for (const word of found) {
      if (words.size >= room) return
      if (isNews(word)) words.add(word)
    }
  }
  for (const text of first) {
    take(wordsIn(text ?? '').filter(isTelling))
    if (words.size >= room) break
  }
  if (words.size < room) take(frequentIn(bodies().filter((text) => text !== undefined)))
  return [...words]
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST_WORD && !isFiller(word)
}

/** A part of the index is made anew when one of its documents changes; the texts of the others are the very same then. */
const frequent = new WeakMap<RichText, readonly string[]>()

/** The words of texts, the most frequent ones first. */
function frequentIn(texts: readonly RichText[]): readonly string[] {
  const [text] = texts
  if (!text || texts.length > 1) return frequentFirst(texts)
  const words = frequent.get(text) ?? frequentFirst(texts)
  frequent.set(text, words)
  return words
}

function frequentFirst(texts: readonly RichText[]): string[] {
  const counts = new Map<string, number>()
  for (const word of wordsIn(texts.map(searchableText).join(' ')).filter(isTelling))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}
