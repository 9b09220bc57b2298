import { inlineNodes } from './inline-text.ts'
import type { LexicalNode } from './inline-text.ts'
import type { Reference } from './reference.ts'
import type { Writing } from './writing.ts'

/** A text as Payload's Lexical editor stores it. */
export type LexicalText = {
  root: {
    type: 'root'
    version: number
    direction: null
    format: ''
    indent: number
    children: LexicalNode[]
  }
  [key: string]: unknown
}

/** A part of a text (a heading, a paragraph, a block); it becomes a node when the text is written. */
export type Part = (writing: Writing) => LexicalNode

/** Puts the parts of a text together. */
export function richText(parts: readonly Part[], writing: Writing): LexicalText {
  return {
    root: element('root', {
      children: parts.map((part) => part(writing)),
    }) as LexicalText['root'],
  }
}

/** A heading; every text starts at the level that its place on the page asks for. */
export function heading(level: 2 | 3 | 4, text: string): Part {
  return (writing) => element('heading', { tag: `h${level}`, children: inlineNodes(text, writing) })
}

/** A paragraph, with the markup of {@link inlineNodes}. */
export function paragraph(text: string): Part {
  return (writing) => paragraphNode(text, writing)
}

/** A list with bullets. */
export function bullets(...items: string[]): Part {
  return list('bullet', items)
}

/** A numbered list, for steps. */
export function steps(...items: string[]): Part {
  return list('number', items)
}

/** A quotation. */
export function quote(text: string): Part {
  return (writing) => element('quote', { children: inlineNodes(text, writing) })
}

/** A table whose first row and first column are headings. */
export function table(header: readonly string[], ...rows: (readonly string[])[]): Part {
  return (writing) =>
    element('table', {
      children: [header, ...rows].map((cells, row) =>
        element('tablerow', {
          children: cells.map((text, column) =>
            element('tablecell', {
              backgroundColor: null,
              colSpan: 1,
              rowSpan: 1,
              headerState: (row === 0 ? IN_HEADER_ROW : 0) + (column === 0 ? IN_HEADER_COLUMN : 0),
              children: [paragraphNode(text, writing)],
            }),
          ),
        }),
      ),
    })
}

const IN_HEADER_ROW = 1
const IN_HEADER_COLUMN = 2

/** A picture of the media library. */
export function picture(reference: Reference & `picture:${string}`): Part {
  return (writing) => ({
    type: 'upload',
    version: 3,
    id: writing.nextId(),
    format: '',
    relationTo: 'media',
    value: writing.idOf(reference),
    fields: {},
  })
}

/**
 * A block of the page editor.
 *
 * @param slug the block's slug
 * @param fields its fields, made when the text is written
 */
export function block(slug: string, fields: (writing: Writing) => Record<string, unknown>): Part {
  return (writing) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: writing.nextId(), blockName: '', blockType: slug, ...fields(writing) },
  })
}

function list(listType: 'bullet' | 'number', items: readonly string[]): Part {
  return (writing) =>
    element('list', {
      listType,
      start: 1,
      tag: listType === 'bullet' ? 'ul' : 'ol',
      children: items.map((text, index) =>
        element('listitem', { value: index + 1, children: inlineNodes(text, writing) }),
      ),
    })
}

function paragraphNode(text: string, writing: Writing): LexicalNode {
  const children = inlineNodes(text, writing)
  // The editor repeats the format of the text that a paragraph starts with.
  return element('paragraph', { textFormat: children[0]?.format ?? 0, textStyle: '', children })
}

function element(type: string, fields: Record<string, unknown>): LexicalNode {
  return { type, version: 1, direction: null, format: '', indent: 0, ...fields }
}
