/** Keeps characters of a text from being taken for Markdown or HTML, wherever in a line it stands. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')
}

/**
 * Keeps lines from being taken for titles and items of a list. Of a number it is the sign after it that can be escaped: before a
 * digit a backslash is shown. https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeLineStarts(lines: string): string {
  return lines.replace(/^(\s*)(\d*)(#{1,6}|\+|-+|=+|(?<=\d)[.)])(?=\s|$)/gm, '$1$2\\$3')
}

/** Both, for a text that is a paragraph. */
export function escapeMarkdown(text: string): string {
  return escapeLineStarts(escapeInline(text))
}
