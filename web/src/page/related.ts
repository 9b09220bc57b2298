import type { PublicDocument } from '@careword/shared/public-document.ts'
import { articlesAboutAddress } from '../../content/address.ts'
import type { Address, Content } from '../../content/content.ts'

/** How many other questions of the same topic a question's page names. */
const OTHER_QUESTIONS = 5

/** What to read after an article: the articles that its editor chose, then its conditions and topics. */
export function relatedToArticle(content: Content, { fields }: PublicDocument<'articles'>): Address[] {
  const topics = addresses(content, 'topics', fields.topics).map(({ path, title }) => ({
    path,
    title: `All articles on ${title.toLowerCase()}`,
  }))
  return [
    ...addresses(content, 'articles', fields.related),
    ...addresses(content, 'conditions', fields.conditions),
    ...topics,
  ]
}

/** What to read after a question: its conditions, and other questions of its topic. */
export function relatedToQuestion(content: Content, { id, fields }: PublicDocument<'faqs'>): Address[] {
  const others =
    fields.topic === undefined
      ? []
      : content
          .list({
            collection: 'faqs',
            where: { topic: fields.topic },
            sortBy: [{ field: 'order', order: 'ascending' }],
            limit: OTHER_QUESTIONS + 1,
          })
          .filter((faq) => faq.id !== id)
          .slice(0, OTHER_QUESTIONS)
  return [
    ...addresses(content, 'conditions', fields.conditions),
    ...addresses(
      content,
      'faqs',
      others.map((faq) => faq.id),
    ),
  ]
}

/** The list of all articles about a condition, when there are any. */
export function articlesAbout(
  content: Content,
  { id, fields }: PublicDocument<'conditions'>,
): Address | undefined {
  const address = articlesAboutAddress(content, id)
  return (
    address && {
      path: address.path,
      title: `All articles about ${fields.abbreviation ?? fields.name.toLowerCase()}`,
    }
  )
}

function addresses(content: Content, collection: string, ids: readonly string[] = []): Address[] {
  return ids.flatMap((id) => content.linkTo({ relationTo: collection, value: id }) ?? [])
}
