import { printable } from '@careword/shared/printable.ts'

/** HTML that is safe to put into a page as it is. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }

  toString(): string {
    return this.html
  }
}

/** What can stand in a template: text, HTML, nothing, or a list of these. */
export type Piece = Markup | string | number | false | undefined | readonly Piece[]

/**
 * Builds HTML: the literal parts as they are, the values escaped unless they are `Markup` themselves.
 * `false` and `undefined` leave nothing, a list its items one after the other. A line break in a literal is dropped
 * with the indentation after it, so that a template can be laid out and its words keep the spaces they have.
 */
export function markup(template: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const literals = onOneLine(template)
  return new Markup(literals.map((literal, index) => literal + written(values[index])).join(''))
}

// Each template is worked on once, however often it is filled in.
const lines = new WeakMap<TemplateStringsArray, readonly string[]>()

function onOneLine(template: TemplateStringsArray): readonly string[] {
  let literals = lines.get(template)
  if (!literals) lines.set(template, (literals = template.map((literal) => literal.replace(/\n\s*/g, ''))))
  return literals
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.html
  if (typeof piece === 'object') return piece.map(written).join('')
  return escaped(String(piece))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
