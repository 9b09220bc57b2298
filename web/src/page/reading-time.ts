/** How fast adults read such texts, in words a minute. */
const WORDS_A_MINUTE = 220

/** How long a text takes to read. @param html the text with its markup @returns whole minutes, at least one */
export function readingMinutes(html: string): number {
  return Math.max(1, Math.round(wordsOf(html) / WORDS_A_MINUTE))
}

const [TAB, CARRIAGE_RETURN, SPACE, TAG_BEGINS, TAG_ENDS, LAST_OF_ASCII] = [9, 13, 32, 60, 62, 127]

/** How many words stand between spaces and tags. A list of them, for each page of thousands, would be made only to be counted. */
function wordsOf(html: string): number {
  let words = 0
  let isInTag = false
  let isInWord = false
  for (let at = 0; at < html.length; at += 1) {
    const code = html.charCodeAt(at)
    if (isInTag) {
      isInTag = code !== TAG_ENDS
    } else if (code === TAG_BEGINS || isSpace(code)) {
      isInTag = code === TAG_BEGINS
      isInWord = false
    } else if (!isInWord) {
      isInWord = true
      words += 1
    }
  }
  return words
}

function isSpace(code: number): boolean {
  if (code > LAST_OF_ASCII) return /\s/.test(String.fromCharCode(code))
  return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN)
}
