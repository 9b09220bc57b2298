/** Widths in a bold serif font, in parts of its size; a little too wide rather than too narrow. */
const widths: readonly [characters: RegExp, width: number][] = [
  [/[iIjlt.,:;'’‘!|()[\]-]/, 0.36],
  [/[fr \-“”"]/, 0.42],
  [/[mwMW@%–—…]/, 0.92],
  [/[A-Z&]/, 0.72],
  [/[А-Я]/, 0.8],
  [/[α-ωά-ώа-яё]/, 0.62],
  // Letters of other scripts may be as wide as they are high.
  [/[^\u0020-\u024f]/, 1],
]
const USUAL_WIDTH = 0.56

/** About how wide a text is, in parts of the size of its letters. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0)
}

/**
 * Breaks a text into lines.
 *
 * @param width of a line, in parts of the size of the letters; a word that is wider has a line of its own, and is cut
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = cut(word, width)
    }
  }
  return line === '' ? lines : [...lines, line]
}

function cut(word: string, width: number): string {
  if (textWidth(word) <= width) return word
  let shown = ''
  for (const character of word) {
    if (textWidth(`${shown}${character}…`) > width) break
    shown += character
  }
  return `${shown}…`
}

function widthOf(character: string): number {
  return widths.find(([characters]) => characters.test(character))?.[1] ?? USUAL_WIDTH
}
