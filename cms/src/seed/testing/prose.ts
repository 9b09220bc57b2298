import type { LexicalNode } from '../inline-text.ts'

/** A stretch of text that a reader takes in at once. */
export type Prose = {
  /** Where it stands, for example `body.2` or `keyPoints.0.point`. */
  where: string
  /** `label` is a name, a heading or a cell of a few words; `text` is prose. */
  kind: 'text' | 'label'
  text: string
}

/** Fields that hold prose of their own, outside of rich text. */
const proseFields = new Set([
  'summary',
  'point',
  'fact',
  'statement',
  'detail',
  'note',
  'description',
  'introduction',
  'conflictsOfInterest',
  'disclosureOfInterest',
])

/** Fields that hold names and headings. */
const labelFields = new Set([
  'title',
  'name',
  'question',
  'heading',
  'label',
  'treatment',
  'use',
  'what',
  'role',
  'alt',
  'hint',
])

/**
 * Everything in a document's fields that a reader reads, block by block; sources and references are left out.
 *
 * @throws Error when a field that is not known here holds a sentence
 */
export function proseOf(fields: Record<string, unknown>): Prose[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name === 'sources' ? [] : fromField(name, name, value),
  )
}

function fromField(name: string, where: string, value: unknown): Prose[] {
  if (typeof value === 'string') {
    if (proseFields.has(name)) return [{ where, kind: 'text', text: value }]
    if (labelFields.has(name)) return [{ where, kind: 'label', text: value }]
    // A new field must not slip past whoever reads the texts.
    if (isSentence(value)) throw new Error(`${where} holds a sentence; add “${name}” to the fields of prose.`)
    return []
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => fromField(name, `${where}.${index}`, item as unknown))
  if (!isRecord(value)) return []
  if (isRecord(value.root)) return fromNodes(value.root.children as LexicalNode[], where)
  return Object.entries(value).flatMap(([inner, item]) => fromField(inner, `${where}.${inner}`, item))
}

function fromNodes(nodes: readonly LexicalNode[], where: string): Prose[] {
  return nodes.flatMap((node, index) => fromNode(node, `${where}.${index}`))
}

function fromNode(node: LexicalNode, where: string): Prose[] {
  switch (node.type) {
    case 'paragraph':
    case 'listitem':
    case 'quote':
      return [{ where, kind: 'text', text: textOf(node) }]
    case 'heading':
      return [{ where, kind: 'label', text: textOf(node) }]
    case 'tablecell':
      return fromNodes(childrenOf(node), where).map((cell) => ({
        ...cell,
        kind: /[.?!]$/.test(cell.text) ? 'text' : 'label',
      }))
    case 'list':
    case 'table':
    case 'tablerow':
      return fromNodes(childrenOf(node), where)
    case 'block':
      return Object.entries(node.fields as Record<string, unknown>).flatMap(([name, value]) =>
        fromField(name, `${where}.${name}`, value),
      )
    default:
      return []
  }
}

/** The text of a node, without the marks of citations. */
export function textOf(node: LexicalNode): string {
  return node.type === 'text' ? (node.text as string) : childrenOf(node).map(textOf).join('')
}

/** Every node of the rich texts in a document's fields, those inside blocks included. */
export function nodesOf(value: unknown): LexicalNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (!isRecord(value)) return []
  const inner = Object.values(value).flatMap(nodesOf)
  return typeof value.type === 'string' && typeof value.version === 'number'
    ? [value as LexicalNode, ...inner]
    : inner
}

function childrenOf(node: LexicalNode): LexicalNode[] {
  return (node.children as LexicalNode[] | undefined) ?? []
}

function isSentence(text: string): boolean {
  return /\p{L} .*[.?!]$/u.test(text)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
