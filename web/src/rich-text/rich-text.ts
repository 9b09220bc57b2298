import type { RichText, RichTextNode } from '@careword/shared/public-document.ts'
import { slugFrom } from '@careword/shared/slug.ts'
import { renderBlock } from '../blocks/render-block.ts'
import { heading } from '../page/heading.ts'
import { markup, type Markup } from '../page/markup.ts'
import { figure } from './figure.ts'
import { renderInline } from './inline.ts'
import { renderList } from './list.ts'
import { Outline } from './outline.ts'
import { cannotRender, type Place } from './place.ts'
import { childrenOf, textOf } from './plain-text.ts'
import { renderTable } from './table.ts'

/** A heading of a text, for “On this page”. */
export type TextHeading = { id: string; text: string; level: number }

/** A text as HTML, and its own headings (not those of blocks). */
export type RenderedText = { markup: Markup; headings: TextHeading[] }

/**
 * Renders a rich text.
 *
 * @returns undefined when there is no text
 * @throws CannotRender for anything in it that cannot be shown as it was meant
 */
export function renderRichText(richText: RichText | undefined, place: Place): RenderedText | undefined {
  if (!richText || isEmpty(richText)) return undefined
  const walk = new TextWalk(place)
  return {
    markup: markup`${childrenOf(richText.root).map((node) => walk.block(node))}`,
    headings: walk.headings,
  }
}

class TextWalk {
  readonly headings: TextHeading[] = []
  readonly #place: Place
  readonly #outline: Outline

  constructor(place: Place) {
    this.#place = place
    this.#outline = new Outline(place.under)
  }

  block(node: RichTextNode): Markup {
    switch (node.type) {
      case 'paragraph':
        return isEmptyNode(node) ? markup`` : markup`<p>${this.#inline(node)}</p>`
      case 'heading':
        return this.#heading(node)
      case 'quote':
        return markup`<blockquote><p>${this.#inline(node)}</p></blockquote>`
      case 'list':
        return renderList(node, (child) => this.#inItem(child), this.#place)
      case 'table':
        return renderTable(node, (child) => this.block(child), this.#place)
      case 'upload':
        return figure(node, this.#place)
      case 'block':
        return renderBlock(node, { ...this.#place, under: this.#outline.current })
      default:
        throw cannotRender(
          this.#place,
          `it has a part of the kind “${node.type}”, which the site cannot show.`,
        )
    }
  }

  #heading(node: RichTextNode): Markup {
    const text = textOf(node).trim()
    if (text === '') return markup``
    const level = this.#outline.enter(authoredLevel(node))
    const id = this.#place.page.ids.take(slugFrom(text))
    this.headings.push({ id, text, level })
    return heading(level, this.#inline(node), { id })
  }

  #inItem(node: RichTextNode): Markup {
    return node.type === 'list' ? this.block(node) : renderInline(node, this.#place)
  }

  #inline(node: RichTextNode): Markup[] {
    return childrenOf(node).map((child) => renderInline(child, this.#place))
  }
}

function authoredLevel(node: RichTextNode): number {
  return Number(/^h([1-6])$/.exec(String(node.tag))?.[1] ?? 2)
}

function isEmpty({ root }: RichText): boolean {
  return childrenOf(root).every((node) => node.type === 'paragraph' && isEmptyNode(node))
}

function isEmptyNode(node: RichTextNode): boolean {
  return childrenOf(node).every(
    ({ type, ...child }) =>
      type === 'linebreak' || type === 'tab' || (type === 'text' && textOf({ type, ...child }).trim() === ''),
  )
}
