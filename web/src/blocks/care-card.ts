import type { RichText } from '@careword/shared/public-document.ts'
import { below, heading } from '../page/heading.ts'
import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, type Place } from '../rich-text/place.ts'
import { renderRichText } from '../rich-text/rich-text.ts'

export type CareCard = { level: string; heading: string; body?: RichText }

/** The spoken name of each level: its colour alone would not tell. */
const levels = new Map([
  ['nonUrgent', { name: 'Not urgent', className: 'care-card care-card-non-urgent' }],
  ['urgent', { name: 'Urgent', className: 'care-card care-card-urgent' }],
  ['emergency', { name: 'Emergency', className: 'care-card care-card-emergency' }],
])

/** When and where to get help, in one of three levels. */
export function careCard({ level, heading: title, body }: CareCard, place: Place): Markup {
  const kind = levels.get(level)
  if (!kind)
    throw cannotRender(place, `it has a care card of the level “${level}”, which the site does not know.`)
  const headingLevel = below(place.under)
  const named = markup`<span class="visually-hidden">${kind.name}: </span>${title}`
  return markup`<div class="${kind.className}">
    ${heading(headingLevel, named, { className: 'care-card-heading' })}
    <div class="care-card-body">${renderRichText(body, { ...place, under: headingLevel })?.markup}</div>
  </div>`
}
