import { questionsAboutPath } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Address, Content } from '../../content/content.ts'

/** How many questions a condition's page lists; the others are one step away. */
const QUESTIONS_SHOWN = 8

/** The first questions about a condition, and the list of all of them when there are more. */
export function questionsAbout(
  content: Content,
  { id, fields }: PublicDocument<'conditions'>,
): { questions: readonly PublicDocument<'faqs'>[]; all: Address | undefined } {
  const query = { collection: 'faqs', where: { conditions: id } } as const
  const questions = content.list({
    ...query,
    sortBy: [{ field: 'order', order: 'ascending' }],
    limit: QUESTIONS_SHOWN,
  })
  const all = content.hasAtLeast(QUESTIONS_SHOWN + 1, query)
    ? { path: questionsAboutPath(fields.slug), title: 'All questions about this condition' }
    : undefined
  return { questions, all }
}
