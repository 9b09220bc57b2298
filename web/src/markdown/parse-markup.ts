/** An element of our own HTML, or a text in it. */
export type MarkupNode = {
  tag: string
  attributes: Record<string, string>
  children: (MarkupNode | string)[]
}

const voidTags = new Set(['br', 'img', 'source', 'path', 'circle', 'rect'])

/**
 * Reads HTML that the templates wrote: well-formed, every attribute in double quotes.
 *
 * @throws Error when an element ends that did not begin
 */
export function parseMarkup(html: string): MarkupNode {
  const root: MarkupNode = { tag: 'root', attributes: {}, children: [] }
  const open = [root]
  for (const [, text, end, tag = '', attributes = ''] of html.matchAll(
    /([^<]+)|<(\/?)([a-z0-9]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    const inner = open.at(-1) ?? root
    if (text !== undefined) inner.children.push(unescaped(text))
    else if (end === '/') {
      if (inner.tag !== tag) throw new Error(`The markup ends “${tag}” inside “${inner.tag}”.`)
      open.pop()
    } else {
      const node: MarkupNode = { tag, attributes: attributesOf(attributes), children: [] }
      inner.children.push(node)
      if (!voidTags.has(tag)) open.push(node)
    }
  }
  return root
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  )
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole)
}
