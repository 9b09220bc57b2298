import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, citation, type Place } from '../rich-text/place.ts'
import { iconArray } from './icon-array.ts'

type Side = { label: string; count: number }
export type Outcome = {
  what: string
  outOf: number
  group: Side
  comparison: Side
  note?: string
  source: string
}

/** How many people had a result, with a treatment and without: in words, and the same as a picture. */
export function outcome({ what, outOf, group, comparison, note, source }: Outcome, place: Place): Markup {
  for (const { count, label } of [group, comparison])
    if (!Number.isInteger(count) || count < 0 || count > outOf)
      throw cannotRender(
        place,
        `an outcome says ${count} in ${outOf} “${label}”; write a whole number from 0 to ${outOf}.`,
      )

  return markup`<figure class="outcome">
    <figcaption><span class="outcome-title">Out of ${outOf}:</span> ${what}</figcaption>
    <div class="outcome-sides">${[group, comparison].map((side) => sideOf(side, outOf))}</div>
    <p class="outcome-difference">
      ${difference(group.count - comparison.count, outOf)}${citation(place, source)}
    </p>
    ${note !== undefined && markup`<p class="outcome-note">${note}</p>`}
  </figure>`
}

function sideOf({ label, count }: Side, outOf: number): Markup {
  return markup`<div class="outcome-side">
    ${iconArray(count, outOf)}
    <p><strong>${count} in ${outOf}</strong> ${label}</p>
  </div>`
}

function difference(more: number, outOf: number): string {
  if (more === 0) return `No difference: the same number in ${outOf}.`
  return `Difference: ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} in ${outOf}.`
}
