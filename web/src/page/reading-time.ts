/** How fast adults read such texts, in words a minute. */
const WORDS_A_MINUTE = 220

/** How long a text takes to read. @param html the text with its markup @returns whole minutes, at least one */
export function readingMinutes(html: string): number {
  const words = html.replace(/<[^>]*>/g, ' ').match(/\S+/g) ?? []
  return Math.max(1, Math.round(words.length / WORDS_A_MINUTE))
}
