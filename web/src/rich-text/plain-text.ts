import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'

/** The words of a text without anything around them, for descriptions. Blocks are left out. */
export function plainText(richText: RichText | undefined): string {
  return richText ? spaced(textOf(richText.root)) : ''
}

/** The words of a node and all that is in it. */
export function textOf(node: { type: string; [key: string]: unknown }): string {
  if (typeof node.text === 'string') return node.text
  const text = childrenOf(node).map(textOf).join('')
  return inlineTypes.has(node.type) ? text : `${text} `
}

/** The children of a node; empty lists do not come through the feed. */
export function childrenOf(node: Record<string, unknown>): RichTextNode[] {
  return (node.children as RichTextNode[] | undefined) ?? []
}

/** A text cut at a word, for descriptions. @param length the most characters that it may have */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.–-]+$/, '')}…`
}

const inlineTypes = new Set(['text', 'link', 'autolink', 'inlineBlock', 'tab'])

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
