import type { RichTextNode } from '@careword/shared/public-document.ts'
import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, type Place } from './place.ts'
import { childrenOf, lineOf } from './plain-text.ts'

// Lexical's `headerState`: 1 for a cell that heads a column, 2 for one that heads a row, 3 for both.
const HEADS_COLUMN = 1
const HEADS_ROW = 2

/**
 * Renders a table that scrolls sideways on a narrow screen, by keyboard too. Whoever comes to it that way hears what its columns
 * are; a landmark it is not, since a text may have many.
 */
export function renderTable(node: RichTextNode, block: (node: RichTextNode) => Markup, place: Place): Markup {
  const rows = childrenOf(node)
  const firstBodyRow = rows.findIndex((row) => !childrenOf(row).every((cell) => heads(cell, HEADS_COLUMN)))
  const headRows = firstBodyRow === -1 ? 0 : firstBodyRow
  const render = (row: RichTextNode) =>
    markup`<tr>${childrenOf(row).map((cell) => renderCell(cell, block, place))}</tr>`
  const head = headRows > 0 && markup`<thead>${rows.slice(0, headRows).map(render)}</thead>`
  return markup`<div class="table" role="group" aria-label="${nameOf(rows.slice(0, headRows))}" tabindex="0">
    <table>${head}<tbody>${rows.slice(headRows).map(render)}</tbody></table>
  </div>`
}

function nameOf(headRows: RichTextNode[]): string {
  const columns = headRows.flatMap(childrenOf).map(lineOf).filter(Boolean)
  return columns.length > 0 ? `Table: ${columns.join(', ')}` : 'Table'
}

function renderCell(cell: RichTextNode, block: (node: RichTextNode) => Markup, place: Place): Markup {
  if (cell.type !== 'tablecell')
    throw cannotRender(place, `a table has a part of the kind “${cell.type}”, which the site cannot show.`)
  const span = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')]
  const content = childrenOf(cell).map(block)
  if (heads(cell, HEADS_COLUMN)) return markup`<th scope="col"${span}>${content}</th>`
  if (heads(cell, HEADS_ROW)) return markup`<th scope="row"${span}>${content}</th>`
  return markup`<td${span}>${content}</td>`
}

function heads(cell: RichTextNode, what: number): boolean {
  return (Number(cell.headerState ?? 0) & what) !== 0
}

function spanOf(cell: RichTextNode, direction: 'colSpan' | 'rowSpan'): Markup | undefined {
  const span = Number(cell[direction] ?? 1)
  if (!(span > 1)) return undefined
  return direction === 'colSpan' ? markup` colspan="${span}"` : markup` rowspan="${span}"`
}
