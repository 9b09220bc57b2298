import { articleSlug } from './article-slug.ts'
import { seededRandom } from './random.ts'

/** The addresses of the articles to edit, spread over all of them, the same in every run. */
export function editedArticles(count: number, articles: number): string[] {
  const random = seededRandom(articles)
  return Array.from({ length: count }, () => articleSlug(random.below(articles)))
}
