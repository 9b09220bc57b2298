import type { PublicDocument, RichText, RichTextNode } from '@careword/shared/public-document.ts'
import { startReading, type Reading } from '../../content/content.ts'
import { richText } from '../../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { label } from '../../content/fixtures/sources.ts'
import { startPage } from '../page/page-scope.ts'
import type { Place } from './place.ts'
import { renderRichText } from './rich-text.ts'

/** A page of text that cites one source. */
export function documentWith(body: RichText): PublicDocument<'pages'> {
  return {
    collection: 'pages',
    id: 'page1',
    version: 'v1',
    fields: { title: 'A page', slug: 'a-page', summary: 'A page.', body, sources: [label] },
  }
}

/** Where the text of a document stands when it is the body of its own page. */
export function placeOf(
  document: PublicDocument<'pages'>,
  reading: Reading = startReading(fixtureSnapshot()),
): Place {
  return { page: startPage(reading.content, document), document, field: 'body', under: 1 }
}

/** Renders nodes as the body of a page. */
export function rendered(...nodes: RichTextNode[]): string {
  return renderRichText(richText(...nodes), placeOf(documentWith(richText(...nodes))))?.markup.html ?? ''
}
