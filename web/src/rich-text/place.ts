import type { PublicDocument } from '@careword/shared/public-document.ts'
import { CannotRender } from '../../content/cannot-render.ts'
import { titleOf } from '../../content/document-title.ts'
import type { HeadingLevel } from '../page/heading.ts'
import { markup, type Markup } from '../page/markup.ts'
import type { PageScope } from '../page/page-scope.ts'
import { citationAnchor, sourceAnchor, type Sourced } from '../page/source-list.ts'

/** Where a text stands: on which page, in which field of which document, under which heading. */
export type Place = {
  page: PageScope
  document: PublicDocument
  /** Top-level field of the document, for messages. */
  field: string
  /** Level of the heading that the text stands under. */
  under: HeadingLevel
  /** The text is shown inside another document's page; lists of questions in it are links only, so that none shows itself. */
  embedded?: boolean
}

/** The error that stops a page because of what stands at this place. */
export function cannotRender({ document, field }: Place, reason: string): CannotRender {
  return new CannotRender(
    { collection: document.collection, id: document.id, title: titleOf(document) },
    field,
    reason,
  )
}

/** Tells the editor of something at this place that did not keep the page from being shown. */
export function warn(place: Place, message: string): void {
  place.page.content.warn(cannotRender(place, message).message)
}

/**
 * A number in the text that leads to the source at the page's end.
 *
 * @throws CannotRender when the document lists no source with that key
 */
export function citation(place: Place, key: string): Markup {
  const number = place.page.sources.cite(place.document as Sourced, key)
  if (number === undefined)
    throw cannotRender(
      place,
      `it refers to the source “${key}”, which is not in the document’s list of sources.`,
    )
  const id = place.page.sources.noteCitation(number) && markup` id="${citationAnchor(number)}"`
  return markup`<sup class="citation"${id}>
    <a href="#${sourceAnchor(number)}"><span class="visually-hidden">Source </span>${number}</a>
  </sup>`
}
