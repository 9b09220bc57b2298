/**
 * Keeps characters of a text from being taken for Markdown or HTML, wherever in a line it stands. In HTML a line break is a space; here
 * it would begin a line. A space that must not break stays.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g, ' ')
    .replace(/[\\`*_~[\]<>]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
}

/**
 * Keeps lines from being taken for titles and items of a list. Of a number it is the sign after it that can be escaped: before a
 * digit a backslash is shown. https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeLineStarts(lines: string): string {
  return lines.replace(/^(\s*)(\d*)(#{1,6}|\+|-+|=+|(?<=\d)[.)])(?=\s|$)/gm, '$1$2\\$3')
}

/** Keeps signs at the end of a title, whose text is escaped, from being taken for those that may close it. */
export function escapeTitleEnd(line: string): string {
  return line.replace(/(?<=^|\s)#+$/, '\\$&')
}

/** Both, for a text that is a paragraph. */
export function escapeMarkdown(text: string): string {
  return escapeLineStarts(escapeInline(text))
}
