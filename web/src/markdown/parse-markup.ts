/** An element of our own HTML, or a text in it. */
export type MarkupNode = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: (MarkupNode | string)[]
}

const voidTags = new Set(['br', 'img', 'source', 'path', 'circle', 'rect'])

const noAttributes: MarkupNode['attributes'] = Object.freeze({})

/**
 * Reads HTML that the templates wrote: well-formed, every attribute in double quotes.
 *
 * @throws Error when an element ends that did not begin
 */
export function parseMarkup(html: string): MarkupNode {
  const root: MarkupNode = { tag: 'root', attributes: noAttributes, children: [] }
  const open = [root]
  const aTag = /<(\/?)([a-z0-9]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/y
  let at = 0
  while (at < html.length) {
    const inner = open.at(-1) ?? root
    const start = html.indexOf('<', at)
    const textEnd = start < 0 ? html.length : start
    if (textEnd > at) inner.children.push(unescaped(html.slice(at, textEnd)))
    if (start < 0) break
    aTag.lastIndex = start
    const [whole = '<', end, tag, attributes = ''] = aTag.exec(html) ?? []
    at = start + whole.length
    if (tag === undefined) continue
    if (end === '/') {
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

function attributesOf(text: string): MarkupNode['attributes'] {
  if (text === '') return noAttributes
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  )
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => entities[name] ?? whole)
}
