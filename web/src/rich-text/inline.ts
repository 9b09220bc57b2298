import type { RichTextNode } from '@careword/shared/public-document.ts'
import { markup, type Markup } from '../page/markup.ts'
import { renderLink } from './link.ts'
import { cannotRender, citation, type Place } from './place.ts'
import { childrenOf, textOf } from './plain-text.ts'

/** Renders a part of a line: text, a line break, a link or a citation. */
export function renderInline(node: RichTextNode, place: Place): Markup {
  switch (node.type) {
    case 'text':
      return formatted(node)
    case 'linebreak':
      return markup`<br>`
    case 'tab':
      // Pasted texts have tabs between words and numbers, as in “56 mg⇥84 mg”.
      return markup` `
    case 'link':
    case 'autolink':
      return renderLink(
        node,
        childrenOf(node).map((child) => renderInline(child, place)),
        place,
      )
    case 'inlineBlock':
      return inlineBlock(node, place)
    default:
      throw cannotRender(
        place,
        `a line of it has a part of the kind “${node.type}”, which the site cannot show.`,
      )
  }
}

function inlineBlock(node: RichTextNode, place: Place): Markup {
  const { blockType, source } = (node.fields ?? {}) as { blockType?: string; source?: string }
  if (blockType !== 'citation')
    throw cannotRender(
      place,
      `a line of it has a block of the kind “${blockType}”, which the site cannot show.`,
    )
  return citation(place, source ?? '')
}

// Lexical keeps the formats of a text as the bits of one number.
const formats: readonly [bit: number, wrap: (inner: Markup) => Markup][] = [
  [1, (inner) => markup`<strong>${inner}</strong>`],
  [2, (inner) => markup`<em>${inner}</em>`],
  [4, (inner) => markup`<s>${inner}</s>`],
  [8, (inner) => markup`<u>${inner}</u>`],
  [16, (inner) => markup`<code>${inner}</code>`],
  [32, (inner) => markup`<sub>${inner}</sub>`],
  [64, (inner) => markup`<sup>${inner}</sup>`],
]

function formatted(node: RichTextNode): Markup {
  const bits = Number(node.format ?? 0)
  const text = markup`${textOf(node)}`
  return formats.reduce((inner, [bit, wrap]) => ((bits & bit) === 0 ? inner : wrap(inner)), text)
}
