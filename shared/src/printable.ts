// What XML 1.0 forbids: the control characters but tab, line feed and carriage return, and two that are no characters.
// Halves of surrogate pairs, which it forbids too, are found faster by `isWellFormed`.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/
// eslint-disable-next-line no-control-regex -- they are what is taken out
const ALL_UNPRINTABLE = /[\0-\x08\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu

/**
 * A text without the characters that nobody sees and that XML forbids: a feed with one of them cannot be read. Vertical tabs and
 * form feeds, which word processors use for line breaks, become spaces. Nearly every text is returned as it is.
 */
export function printable(text: string): string {
  if (!UNPRINTABLE.test(text) && text.isWellFormed()) return text
  return text.replace(/[\v\f]/g, ' ').replace(ALL_UNPRINTABLE, '')
}
