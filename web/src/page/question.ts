import type { PublicDocument } from '@careword/shared/public-document.ts'
import { renderRichText } from '../rich-text/rich-text.ts'
import { dayInWords } from './dates.ts'
import { reviewOf, unreviewedMark } from './governance.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { markup, type Markup } from './markup.ts'
import type { PageScope } from './page-scope.ts'

/** A question with its answer inside another page, with what a reader should know of its review. */
export function answered(faq: PublicDocument<'faqs'>, page: PageScope, level: HeadingLevel): Markup {
  const { question, slug } = faq.fields
  const answer = renderRichText(faq.fields.answer, {
    page,
    document: faq,
    field: 'answer',
    under: level,
    embedded: true,
  })
  return markup`<div class="question" id="${page.ids.take(slug)}">
    ${heading(level, question)}
    <div class="prose">${answer?.markup}</div>
    ${review(faq, page)}
  </div>`
}

function review(faq: PublicDocument<'faqs'>, { content }: PageScope): Markup {
  const mark = unreviewedMark(faq, content)
  if (mark !== undefined) return markup`<p class="small">${mark}</p>`
  const { lastReviewed, reviewer } = reviewOf(faq, content)
  if (lastReviewed === undefined) return markup``
  const name = reviewer === undefined ? undefined : content.get('people', reviewer)?.fields.name
  const by = name !== undefined && ` by ${name}`
  return markup`<p class="small">Reviewed${by} on ${dayInWords(lastReviewed)}</p>`
}
