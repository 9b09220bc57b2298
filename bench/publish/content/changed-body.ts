import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'

/**
 * A text with a mark at the end of one of its paragraphs: what an editor does who corrects a sentence.
 *
 * @param mark words that the text does not have yet
 * @returns a copy
 * @throws Error when the text has no paragraph that begins with words
 */
export function changedBody(body: RichText, mark: string): RichText {
  const copy = structuredClone(body)
  const text = copy.root.children.find(({ type }) => type === 'paragraph')
  const words = childrenOf(text).find(({ type }) => type === 'text')
  if (!words) throw new Error('The text has no paragraph to change.')
  words.text = `${String(words.text).replace(/ Mark \S+\.$/, '')} ${mark}`
  return copy
}

/** Words that no page has. @param name tells this edit from all others */
export function markOf(name: string): string {
  return `Mark ${name}.`
}

function childrenOf(node: RichTextNode | undefined): RichTextNode[] {
  return Array.isArray(node?.children) ? (node.children as RichTextNode[]) : []
}
