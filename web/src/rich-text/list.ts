import type { RichTextNode } from '@careword/shared/public-document.ts'
import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, type Place } from './place.ts'
import { childrenOf } from './plain-text.ts'

/** Renders a list with or without numbers. @param inItem renders what is in an item: a part of a line, or a nested list */
export function renderList(node: RichTextNode, inItem: (node: RichTextNode) => Markup, place: Place): Markup {
  const items = itemsOf(node).map((parts) => markup`<li>${parts.flatMap(childrenOf).map(inItem)}</li>`)
  switch (node.listType) {
    case 'bullet':
      return markup`<ul>${items}</ul>`
    case 'number':
      return markup`<ol${startOf(node)}>${items}</ol>`
    default:
      throw cannotRender(
        place,
        `it has a list of the kind “${String(node.listType)}”, which the site cannot show.`,
      )
  }
}

/** Steps go on after a picture or a box between them with the number that the editor shows. */
function startOf({ start }: RichTextNode): Markup | undefined {
  return typeof start === 'number' && start >= 0 && start !== 1 ? markup` start="${start}"` : undefined
}

/** Lexical puts a nested list into an item of its own; in HTML it belongs to the item before it. */
function itemsOf(list: RichTextNode): RichTextNode[][] {
  const items: RichTextNode[][] = []
  for (const node of childrenOf(list)) {
    const before = items.at(-1)
    if (before && childrenOf(node)[0]?.type === 'list') before.push(node)
    else items.push([node])
  }
  return items
}
