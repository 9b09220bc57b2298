import type { Markup } from '../page/markup.ts'
import { escapeInline, escapeLineStarts, escapeTitleEnd } from './escape.ts'
import { parseMarkup, type MarkupNode } from './parse-markup.ts'

/**
 * Writes HTML of the templates as Markdown. So a page and its Markdown say the same, and a new kind of block has a
 * Markdown form as soon as it has one in HTML.
 *
 * @param siteUrl links inside the site get it, since the text may be read anywhere
 */
export function markdownOf(html: Markup | undefined, siteUrl: string): string {
  return html ? new Writer(siteUrl).blocks(parseMarkup(html.html)) : ''
}

const inlineTags = new Set([
  'a',
  'strong',
  'em',
  's',
  'u',
  'code',
  'cite',
  'small',
  'time',
  'sub',
  'sup',
  'br',
  'span',
  'img',
  'picture',
  'source',
])

/** As in HTML: what is joined further is joined no further in a browser either. */
const MOST_COLUMNS_JOINED = 1000

class Writer {
  readonly #siteUrl: string

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl
  }

  /** What is in an element, its paragraphs parted by empty lines. */
  blocks({ children }: MarkupNode): string {
    const blocks: string[] = []
    let line = ''
    for (const child of children) {
      if (typeof child === 'string' || inlineTags.has(child.tag)) line += this.#inline(child)
      else {
        blocks.push(escapeLineStarts(line.trim()), this.#block(child))
        line = ''
      }
    }
    return [...blocks, escapeLineStarts(line.trim())].filter((block) => block !== '').join('\n\n')
  }

  #block(node: MarkupNode): string {
    switch (node.tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return `${'#'.repeat(Number(node.tag[1]))} ${escapeTitleEnd(this.#line(node))}`
      case 'ul':
      case 'ol':
        return this.#list(node)
      case 'blockquote':
        return quoted(this.blocks(node))
      case 'table':
        return this.#table(node)
      case 'svg':
        // A drawing says what stands beside it in words.
        return ''
      case 'div':
        return this.#box(node)
      default:
        return this.blocks(node)
    }
  }

  /** What stands out on the page is a quotation here. */
  #box(node: MarkupNode): string {
    const text = this.blocks(node)
    return /\b(?:callout|care-card|status)\b(?!-)/.test(node.attributes.class ?? '') ? quoted(text) : text
  }

  #list(list: MarkupNode): string {
    const first = Number(list.attributes.start ?? 1)
    return elements(list)
      .map((item, index) => {
        const mark = list.tag === 'ol' ? `${first + index}. ` : '- '
        return (
          mark +
          this.blocks(item)
            .replace(/\n\n(?=\s*(?:-|\d+\.) )/g, '\n')
            .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
        )
      })
      .join('\n')
  }

  #table(table: MarkupNode): string {
    const [head = [], ...body] = this.#rows(elements(table).flatMap(elements))
    const written = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    return [written(head), written(head.map(() => '---')), ...body.map(written)].join('\n')
  }

  /** Markdown has no joined cells: the words stand in the first of them, and the others are empty. */
  #rows(rows: readonly MarkupNode[]): string[][] {
    const written: string[][] = rows.map(() => [])
    rows.forEach((row, top) => {
      let column = 0
      for (const cell of elements(row)) {
        while (written[top]?.[column] !== undefined) column += 1
        const { colspan = 1, rowspan = 1 } = cell.attributes
        const across = Math.min(Number(colspan), MOST_COLUMNS_JOINED)
        written.slice(top, top + Number(rowspan)).forEach((line, below) => {
          line[column] = below === 0 ? this.#cell(cell) : ''
          for (let right = 1; right < across; right += 1) line[column + right] = ''
        })
      }
    })
    return written
  }

  #cell(cell: MarkupNode): string {
    return this.blocks(cell)
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')
  }

  #line(node: MarkupNode): string {
    return node.children
      .map((child) => this.#inline(child))
      .join('')
      .trim()
  }

  #inline(node: MarkupNode | string): string {
    if (typeof node === 'string') return escapeInline(node)
    const inner = () => node.children.map((child) => this.#inline(child)).join('')
    switch (node.tag) {
      case 'strong':
        return around('**', inner())
      case 'em':
        return around('*', inner())
      case 's':
        return around('~~', inner())
      case 'code':
        return around('`', wordsOf(node).replaceAll('`', "'"))
      case 'br':
        return '\\\n'
      case 'a':
        return this.#link(node, inner())
      case 'img':
        return `![${escapeInline(node.attributes.alt ?? '')}](${this.#address(node.attributes.src ?? '')})`
      case 'sup':
        return node.attributes.class === 'citation'
          ? `[${citedNumber(node)}]`
          : between('<sup>', inner(), '</sup>')
      case 'sub':
        return between('<sub>', inner(), '</sub>')
      default:
        return inner()
    }
  }

  #link({ attributes }: MarkupNode, text: string): string {
    const href = attributes.href ?? ''
    return href.startsWith('#') ? text : `[${text}](${this.#address(href)})`
  }

  #address(href: string): string {
    const address = href.startsWith('/') ? `${this.#siteUrl}${href}` : href
    return address.replace(/[\s()<>]/g, (character) =>
      encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
    )
  }
}

function elements({ children }: MarkupNode): MarkupNode[] {
  return children.filter((child) => typeof child !== 'string')
}

function citedNumber(node: MarkupNode): string {
  return wordsOf(node).replace(/\D/g, '')
}

function wordsOf(node: MarkupNode | string): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('')
}

/** Markdown has no marks for raised and lowered figures but those of HTML; without any, 10 to the power of 6 would be 106. */
function between(before: string, text: string, after: string): string {
  return text.trim() === '' ? text : `${before}${text}${after}`
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>')
}

/** Marks must touch the words that they are around. */
function around(mark: string, text: string): string {
  const words = text.trim()
  if (words === '') return text
  const start = text.indexOf(words)
  return `${text.slice(0, start)}${mark}${words}${mark}${text.slice(start + words.length)}`
}
