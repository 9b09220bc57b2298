import type { RichText } from '@careword/shared/public-document.ts'
import { below, heading } from '../page/heading.ts'
import { markup, type Markup } from '../page/markup.ts'
import type { Place } from '../rich-text/place.ts'
import { renderRichText } from '../rich-text/rich-text.ts'

export type Callout = { title: string; body?: RichText }

/** A short text that stands out. */
export function callout({ title, body }: Callout, place: Place): Markup {
  const level = below(place.under)
  return markup`<div class="callout">
    ${heading(level, title, { className: 'callout-title' })}
    ${renderRichText(body, { ...place, under: level })?.markup}
  </div>`
}
