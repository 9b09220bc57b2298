import { markup, type Markup } from '../page/markup.ts'

/** Width and height of the place that one figure takes, in units of the drawing. */
const STEP_X = 10
const STEP_Y = 12
const FEW = 100
const COLUMNS_FOR_FEW = 10
const COLUMNS_FOR_MANY = 40

/** A figure is a head and shoulders: two rows of dashes with round ends, so that a hundred of them are a few short paths. */
const parts = [
  { top: 3.2, left: 5, dash: '.01 9.99', width: 3.6, length: 0.01 },
  { top: 8.6, left: 3.3, dash: '3.4 6.6', width: 4.2, length: 3.4 },
]

/** A picture of `outOf` figures of which `count` are marked. Hidden from screen readers: the text beside it says the same. */
export function iconArray(count: number, outOf: number): Markup {
  const columns = outOf <= FEW ? COLUMNS_FOR_FEW : COLUMNS_FOR_MANY
  const width = Math.min(outOf, columns) * STEP_X
  const height = Math.ceil(outOf / columns) * STEP_Y
  const figures = (from: number, to: number) =>
    parts.map(({ top, left, dash, width: thickness, length }) => {
      const lines = rows(from, to, columns).map(
        ({ row, first, last }) =>
          `M${left + first * STEP_X} ${top + row * STEP_Y}h${(last - first) * STEP_X + length}`,
      )
      return (
        lines.length > 0 &&
        markup`<path d="${lines.join('')}" stroke-width="${thickness}" stroke-dasharray="${dash}"/>`
      )
    })
  return markup`<svg class="icon-array" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${figures(count, outOf)}<g class="icon-array-counted">${figures(0, count)}</g>
  </svg>`
}

/** The parts of rows that the figures from one number up to another take, counted from 0. */
function rows(from: number, to: number, columns: number): { row: number; first: number; last: number }[] {
  const found: { row: number; first: number; last: number }[] = []
  for (let at = from; at < to;) {
    const row = Math.floor(at / columns)
    const end = Math.min(to, (row + 1) * columns)
    found.push({ row, first: at - row * columns, last: end - 1 - row * columns })
    at = end
  }
  return found
}
