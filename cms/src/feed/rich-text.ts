import type { Node } from '../rich-text/walk.ts'

/**
 * The public form of a text: it names its pictures by their ids, as it does when it is written in the admin, and its
 * blocks leave out what is empty, as documents do.
 *
 * Whoever reads a text together with its pictures and writes it back makes the CMS store all that it told of them. An
 * optional field of a block that was filled and then cleared stays in it as an empty text.
 *
 * @returns the text itself, and copies of those parts only that have another form
 */
export function publicText(text: unknown): unknown {
  if (typeof text !== 'object' || text === null) return text
  if (Array.isArray(text)) return publicList(text)
  const stated = statedNode(text as Node)
  let copy: Node | undefined
  for (const name of Object.keys(stated)) {
    const inner = stated[name]
    const publicInner = publicText(inner)
    if (publicInner !== inner) (copy ??= { ...stated })[name] = publicInner
  }
  return copy ?? stated
}

function publicList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined
  for (const [index, item] of list.entries()) {
    const publicItem = publicText(item)
    if (publicItem !== item) (copy ??= [...list])[index] = publicItem
  }
  return copy ?? list
}

/** A node without regard to what is in it. */
function statedNode(node: Node): Node {
  if (isPicture(node)) return { ...node, value: node.value.id }
  if (isBlock(node) && hasEmpty(node.fields)) return { ...node, fields: withoutEmpty(node.fields) }
  return node
}

function isPicture(node: Node): node is Node & { value: { id: unknown } } {
  return node.type === 'upload' && typeof node.value === 'object' && node.value !== null && 'id' in node.value
}

function isBlock(node: Node): node is Node & { fields: Node } {
  return (
    (node.type === 'block' || node.type === 'inlineBlock') &&
    typeof node.fields === 'object' &&
    node.fields !== null
  )
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === undefined
}

/** A text inside a block is left to the walk, and to its own rules. */
function isRows(value: unknown): value is Node[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)
}

function hasEmpty(fields: Node): boolean {
  return Object.values(fields).some((value) => isEmpty(value) || (isRows(value) && value.some(hasEmpty)))
}

function withoutEmpty(fields: Node): Node {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [name, isRows(value) ? value.map(withoutEmpty) : value]),
  )
}
