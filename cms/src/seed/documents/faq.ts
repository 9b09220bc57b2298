import { richText } from '../rich-text.ts'
import type { Part } from '../rich-text.ts'
import { governance, withSources } from '../starter-document.ts'
import type { StarterDocument } from '../starter-document.ts'

/** A question and its answer. */
export type StarterFaq = {
  slug: string
  question: string
  answer: Part[]
  conditions?: string[]
}

/**
 * Prepares the questions about one topic for the load, in the order in which they are shown.
 *
 * @param topic the slug of the topic
 * @param published day of publication, `YYYY-MM-DD`
 */
export function faqs(
  topic: string,
  published: string,
  questions: readonly StarterFaq[],
): StarterDocument<'faqs'>[] {
  return questions.map((faq, index) => ({
    collection: 'faqs',
    slug: faq.slug,
    build: (writing) => ({
      question: faq.question,
      slug: faq.slug,
      topic: writing.idOf(`topic:${topic}`),
      conditions: (faq.conditions ?? []).map((slug) => writing.idOf(`condition:${slug}`)),
      order: index + 1,
      ...withSources((cited) => ({ answer: richText(faq.answer, cited) }), writing),
      ...governance(published, writing, index),
    }),
  }))
}
