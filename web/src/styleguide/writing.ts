import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'

/** Words, or a node that stands in a line. */
export type Part = string | RichTextNode

/** A node as the CMS’s editor stores it. */
export function node(type: string, rest: Record<string, unknown>): RichTextNode {
  return { type, version: 1, ...rest }
}

/** A text of such nodes. */
export function text(...children: readonly RichTextNode[]): RichText {
  return { root: node('root', { children }) } as unknown as RichText
}

export const bold = (words: string) => node('text', { text: words, format: 1 })
export const italic = (words: string) => node('text', { text: words, format: 2 })
export const paragraph = (...parts: readonly Part[]) => node('paragraph', { children: inline(parts) })
export const title = (level: 2 | 3 | 4, words: string) =>
  node('heading', { tag: `h${level}`, children: inline([words]) })
export const quote = (words: string) => node('quote', { children: inline([words]) })
export const list = (listType: 'bullet' | 'number', ...items: readonly string[]) =>
  node('list', { listType, children: items.map((item) => node('listitem', { children: inline([item]) })) })
export const link = (url: string, words: string) =>
  node('link', { fields: { linkType: 'custom', url }, children: inline([words]) })
export const cite = (source: string) => node('inlineBlock', { fields: { blockType: 'citation', source } })
export const block = (blockType: string, fields: Record<string, unknown>) =>
  node('block', { fields: { blockType, ...fields } })

/** A table whose first row and first column are headings. */
export function table(...rows: readonly (readonly string[])[]): RichTextNode {
  const cell = (words: string, row: number, column: number) =>
    node('tablecell', {
      headerState: (row === 0 ? 1 : 0) | (column === 0 ? 2 : 0),
      children: [paragraph(words)],
    })
  return node('table', {
    children: rows.map((cells, row) =>
      node('tablerow', { children: cells.map((words, column) => cell(words, row, column)) }),
    ),
  })
}

function inline(parts: readonly Part[]): RichTextNode[] {
  return parts.map((part) => (typeof part === 'string' ? node('text', { text: part, format: 0 }) : part))
}
