import type { PublicDocument, RichText } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import { renderRichText, type TextHeading } from '../rich-text/rich-text.ts'
import type { Markup } from './markup.ts'
import { startPage, type PageScope } from './page-scope.ts'

/** A text that makes up the body of a page, right under its title. */
export type Body = { scope: PageScope; markup: Markup | undefined; sections: readonly Section[] }

type Section = { id: string; title: string }

/** A document whose page has one text. */
type WithBody = PublicDocument<'articles' | 'faqs' | 'pages'>

/** Renders the one text of a page and lists its sections. A page and its Markdown share the work. */
export function renderBody(content: Content, { collection, id }: WithBody): Body {
  const { ids, sources, ...body } = content.shared(`body of ${collection}:${id}`, (own) => {
    const document = own.get(collection, id)
    if (!document) throw new Error(`The text of ${collection} ${id} is not in the content.`)
    const scope = startPage(own, document)
    const [field, text] = textOf(document)
    const rendered = renderRichText(text, { page: scope, document, field, under: 1 })
    return {
      ids: scope.ids,
      sources: scope.sources,
      markup: rendered?.markup,
      sections: topSections(rendered?.headings ?? []),
    }
  })
  // Each goes on numbering by itself.
  return { ...body, scope: { content, ids: ids.copy(), sources: sources.copy() } }
}

function textOf(document: WithBody): [field: string, text: RichText | undefined] {
  return document.collection === 'faqs' ? ['answer', document.fields.answer] : ['body', document.fields.body]
}

function topSections(headings: readonly TextHeading[]): readonly Section[] {
  return headings.filter(({ level }) => level === 2).map(({ id, text }) => ({ id, title: text }))
}
