import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'

/**
 * The words of a text without anything around them, for descriptions. Paragraphs and points that end without a mark get one, so
 * that no two of them read as one sentence. Blocks are left out.
 */
export function plainText(richText: RichText | undefined): string {
  if (!richText) return ''
  const passages = passagesOf(richText.root).map(spaced).filter(Boolean)
  return passages.map((passage, index) => `${passage}${markBetween(passage, passages[index + 1])}`).join(' ')
}

/** The texts of the paragraphs, headings, points and cells in a node. */
function passagesOf(node: { type: string; [key: string]: unknown }): string[] {
  const children = childrenOf(node)
  return children.some(({ type }) => !inlineTypes.has(type) && type !== 'linebreak')
    ? children.flatMap(passagesOf)
    : [textOf(node)]
}

/** What is missing between a passage and the next: points that go on in small letters belong to one sentence. */
function markBetween(passage: string, next = ''): string {
  if (/[.!?:;,…]["”’)]*$/.test(passage)) return ''
  return /^\p{Ll}/u.test(next) ? ';' : '.'
}

/** The words of a node and all that is in it. */
export function textOf(node: { type: string; [key: string]: unknown }): string {
  if (typeof node.text === 'string') return node.text
  const text = childrenOf(node).map(textOf).join('')
  return inlineTypes.has(node.type) ? text : `${text} `
}

/** The words of a node and all that is in it, in one line. */
export function lineOf(node: RichTextNode): string {
  return spaced(textOf(node))
}

/** The children of a node; empty lists do not come through the feed. */
export function childrenOf(node: Record<string, unknown>): RichTextNode[] {
  return (node.children as RichTextNode[] | undefined) ?? []
}

const inlineTypes = new Set(['text', 'link', 'autolink', 'inlineBlock', 'tab'])

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
