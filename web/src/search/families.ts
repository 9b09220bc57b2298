import { SHARES_A_PART, type SearchFamily } from '../../content/search-files.ts'
import type { SearchedCollection } from './index-part.ts'

/** The family that a collection is searched in. */
export function familyOf(collection: SearchedCollection): SearchFamily {
  if (collection === 'faqs') return 'answers'
  return collection === 'articles' ? 'articles' : 'guide'
}

/** How many shares a family has. @param paths of all parts of the index */
export function sharesOf(family: SearchFamily, paths: readonly string[]): number {
  return paths.filter((path) => path.includes(`/${family}-`)).length * SHARES_A_PART
}

/** What kind of page each collection holds, in the words of the site. */
export const kindNames: Record<SearchedCollection, string> = {
  faqs: 'Question',
  conditions: 'Condition',
  articles: 'Article',
  pages: 'About this site',
  topics: 'Articles on a topic',
  people: 'Person',
}
