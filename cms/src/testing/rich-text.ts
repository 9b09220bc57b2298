import type { Article } from '@careword/shared/payload-types.ts'

type Node = Record<string, unknown>
type Inline = string | Node

/** A text of the page editor, as the editor stores it. */
export function richText(...children: Node[]): Article['body'] {
  return { root: element('root', children) } as Article['body']
}

/** The simplest text: one paragraph. */
export function words(text: string): Article['body'] {
  return richText(paragraph(text))
}

export function paragraph(...children: Inline[]): Node {
  return element(
    'paragraph',
    children.map((child) => (typeof child === 'string' ? textNode(child) : child)),
  )
}

/** A link to an address. */
export function link(url: string, text = 'a link'): Node {
  return { ...element('link', [textNode(text)]), fields: { linkType: 'custom', url, newTab: false } }
}

/** A link to a document of the CMS. */
export function linkTo(collection: string, id: string, text = 'a link'): Node {
  const fields = { linkType: 'internal', doc: { relationTo: collection, value: id }, newTab: false }
  return { ...element('link', [textNode(text)]), fields }
}

/** A reference, inside a sentence, to a source of the document. */
export function citation(source: string): Node {
  return {
    type: 'inlineBlock',
    version: 1,
    fields: { id: newRowId(), blockType: 'citation', source },
  }
}

export function block(blockType: string, fields: Node): Node {
  return { type: 'block', version: 2, format: '', fields: { id: newRowId(), blockType, ...fields } }
}

function element(type: string, children: Node[]): Node {
  return { type, version: 1, direction: null, format: '', indent: 0, children }
}

function textNode(text: string): Node {
  return { type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }
}

let rows = 0

function newRowId(): string {
  rows += 1
  return rows.toString(16).padStart(24, '0')
}
