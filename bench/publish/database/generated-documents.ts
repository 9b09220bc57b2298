import type { StarterDocument } from '../../../cms/src/seed/starter-document.ts'
import { generatedArticle } from './articles.ts'
import { generatedCondition, generatedTopic, subjectCounts } from './subjects.ts'

/**
 * All that is generated for a site with so many articles: topics, conditions, then the articles, each after all that it names.
 * The same number always gives the same documents.
 */
export function generatedDocuments(articles: number): StarterDocument[] {
  const counts = subjectCounts(articles)
  return [
    ...numbered(counts.topics, generatedTopic),
    ...numbered(counts.conditions, generatedCondition),
    ...numbered(articles, (number) => generatedArticle(number, counts)),
  ]
}

function numbered(count: number, make: (number: number) => StarterDocument): StarterDocument[] {
  return Array.from({ length: count }, (_, number) => make(number))
}
