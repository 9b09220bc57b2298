import { below, heading, type HeadingLevel } from '../page/heading.ts'
import { markup, type Markup } from '../page/markup.ts'
import { answered } from '../page/question.ts'
import { warn, type Place } from '../rich-text/place.ts'

export type FaqListFields = { heading?: string; faqs?: readonly string[] }

/** Questions of the collection with their answers, inside a page. */
export function faqList(fields: FaqListFields, place: Place): Markup {
  const { content } = place.page
  const faqs = (fields.faqs ?? []).flatMap((id) => content.get('faqs', id) ?? [])
  if (faqs.length < (fields.faqs ?? []).length)
    warn(
      place,
      'it lists a question that is not published; that question is left out. Publish it, or take it out of the list.',
    )
  if (faqs.length === 0) return markup``
  const title = fields.heading !== undefined && heading(below(place.under), fields.heading)
  const questionLevel: HeadingLevel = below(place.under, title === false ? 1 : 2)
  const questions = place.embedded
    ? markup`<ul>${faqs.map(({ id }) => listedLink(place, id))}</ul>`
    : faqs.map((faq) => answered(faq, place.page, questionLevel))
  return markup`<div class="faq-list">${title}${questions}</div>`
}

function listedLink({ page }: Place, id: string): Markup {
  const address = page.content.linkTo({ relationTo: 'faqs', value: id })
  if (!address) return markup``
  return markup`<li><a href="${address.path}">${address.title}</a></li>`
}
