import { walkRichText } from '../rich-text/walk.ts'
import type { Node } from '../rich-text/walk.ts'

/**
 * A text that names its pictures by their ids, as it does when it is written in the admin.
 *
 * Whoever reads a text together with its pictures and writes it back makes the CMS store all that it told of them.
 */
export function withPicturesById(text: unknown): unknown {
  if (!holdsPictures(text)) return text
  const copy = structuredClone(text)
  walkRichText(copy, (node) => {
    if (isPicture(node)) Object.assign(node, { value: node.value.id })
  })
  return copy
}

function holdsPictures(text: unknown): boolean {
  let found = false
  walkRichText(text, (node) => {
    found ||= isPicture(node)
  })
  return found
}

function isPicture(node: Node): node is Node & { value: { id: unknown } } {
  return node.type === 'upload' && typeof node.value === 'object' && node.value !== null && 'id' in node.value
}
