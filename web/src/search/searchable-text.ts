import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'
import { childrenOf, textOf } from '../rich-text/plain-text.ts'

/** The fields of blocks that readers see. Questions of a list are pages of their own. */
const shownFields = ['title', 'heading', 'what', 'note', 'treatment', 'use', 'detail'] as const

/** All words of a text, those of its blocks included. */
export function searchableText(richText: RichText | undefined): string {
  return richText ? childrenOf(richText.root).map(wordsOfNode).join(' ') : ''
}

function wordsOfNode(node: RichTextNode): string {
  if (node.type !== 'block') return textOf(node)
  const fields = (node.fields ?? {}) as Record<string, unknown>
  const shown = shownFields.map((name) => fields[name]).filter((value) => typeof value === 'string')
  return [...shown, searchableText(fields.body as RichText | undefined)].join(' ')
}
