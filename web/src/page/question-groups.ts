import { questionsOnPath } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Address, Content, SortKey } from '../../content/content.ts'

/** How editors put questions in order. */
export const inOrder: readonly SortKey<'faqs'>[] = [{ field: 'order', order: 'ascending' }]

/** The questions of one topic. */
export type QuestionGroup = {
  title: string
  questions: readonly PublicDocument<'faqs'>[]
  /** The list of all of them, when there are more than these. */
  all?: Address
}

/** With 600 questions in six topics the page of all topics is still below 150 kB. */
const QUESTIONS_OF_A_TOPIC = 100

/** All questions by topic, the topics by name; what has no public topic comes last. Of a long topic the first ones. */
export function questionGroups(content: Content): QuestionGroup[] {
  const topics = content.list({ collection: 'topics', sortBy: [{ field: 'name', order: 'alphabetical' }] })
  const groups = topics.map(({ id, fields: { name, slug } }): QuestionGroup => {
    const query = { collection: 'faqs', where: { topic: id } } as const
    const questions = content.list({ ...query, sortBy: inOrder, limit: QUESTIONS_OF_A_TOPIC })
    if (!content.hasAtLeast(QUESTIONS_OF_A_TOPIC + 1, query)) return { title: name, questions }
    return {
      title: name,
      questions,
      all: { path: questionsOnPath(slug), title: `All questions: ${name}` },
    }
  })
  const ofTopics = new Set(topics.map(({ id }) => id))
  const others = content
    .list({ collection: 'faqs', sortBy: inOrder })
    .filter(({ fields: { topic } }) => topic === undefined || !ofTopics.has(topic))
  return [...groups, { title: 'Other questions', questions: others }].filter(
    (group) => group.questions.length > 0,
  )
}

/** The conditions that some questions are about, by id, in the order of their names: what they can be filtered by. */
export function conditionsOf(
  content: Content,
  questions: readonly PublicDocument<'faqs'>[],
): ReadonlyMap<string, { value: string; label: string }> {
  const ids = new Set(questions.flatMap(({ fields: { conditions } }) => conditions ?? []))
  const found = [...ids].flatMap((id) => content.get('conditions', id) ?? [])
  return new Map(
    found
      .toSorted((a, b) => a.fields.name.localeCompare(b.fields.name, 'en'))
      .map(({ id, fields: { slug, name } }) => [id, { value: slug, label: name }]),
  )
}
