/** A node of a rich text, or any other object inside it. */
export type Node = Record<string, unknown>

/** Visits every object of a rich text, blocks and the texts inside them included, parents first. */
export function walkRichText(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walkRichText(item, visit)
    return
  }
  if (value === null || typeof value !== 'object') return
  visit(value as Node)
  for (const inner of Object.values(value)) walkRichText(inner, visit)
}
