import { markup, type Markup } from './markup.ts'
import { sourceLinks } from './source-links.ts'
import type { Source } from './source-list.ts'

/** A source as the list at the page's end shows it: who, what, where, when, and where to read it. */
export function sourceMarkup(source: Source): Markup {
  const { authors, title, publisher, year } = source
  const published = [publisher, year].filter((part) => part !== undefined).join(', ')
  const links = sourceLinks(source).map(({ href, text }) => markup` <a href="${href}">${text}</a>`)
  const who = authors !== undefined && `${ended(authors)} `
  return markup`${who}<cite>${ended(title)}</cite>${published !== '' && ` ${ended(published)}`}${links}`
}

/** A part of a reference ends with one full stop. */
function ended(part: string): string {
  return /[.?!]$/.test(part) ? part : `${part}.`
}
