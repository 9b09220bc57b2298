import type { RichText } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import { renderRichText, type TextHeading } from '../rich-text/rich-text.ts'
import type { Governed } from './governance.ts'
import type { Markup } from './markup.ts'
import { startPage, type PageScope } from './page-scope.ts'

/** A text that makes up the body of a page, right under its title. */
export type Body = { scope: PageScope; markup: Markup | undefined; sections: { id: string; title: string }[] }

/** Renders the one text of a page and lists its sections. */
export function renderBody(
  content: Content,
  document: Governed,
  field: string,
  text: RichText | undefined,
): Body {
  const scope = startPage(content, document)
  const rendered = renderRichText(text, { page: scope, document, field, under: 1 })
  return { scope, markup: rendered?.markup, sections: topSections(rendered?.headings ?? []) }
}

function topSections(headings: readonly TextHeading[]): { id: string; title: string }[] {
  return headings.filter(({ level }) => level === 2).map(({ id, text }) => ({ id, title: text }))
}
