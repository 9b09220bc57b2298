import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content, SortKey } from './content.ts'

/**
 * How many articles a page of older ones holds. The first page holds at least as many, and less than twice as many.
 *
 * Older pages are numbered from the oldest: page 1 holds articles 1 to 10 ever published, page 2 the next ten.
 * So a new article changes the first page only, and an address of an older page keeps its articles.
 */
export const ARTICLES_A_PAGE = 10

/** The newest first. */
export const newestFirst: readonly SortKey<'articles'>[] = [{ field: 'publishedAt', order: 'descending' }]
const oldestFirst: readonly SortKey<'articles'>[] = [{ field: 'publishedAt', order: 'ascending' }]

/** How many pages of older articles there are. */
export function olderPageCount(content: Content): number {
  const total = content.count({ collection: 'articles', sortBy: newestFirst })
  return Math.max(0, Math.floor(total / ARTICLES_A_PAGE) - 1)
}

/** Whether there is a page of older articles with this number, from 1. It asks for less than how many there are. */
export function isOlderPage(content: Content, number: number): boolean {
  return content.hasAtLeast((number + 1) * ARTICLES_A_PAGE, { collection: 'articles', sortBy: newestFirst })
}

/** The articles of the first page: all that are on no older page, the newest first. */
export function newestArticles(content: Content): readonly PublicDocument<'articles'>[] {
  const onOlderPages = olderPageCount(content) * ARTICLES_A_PAGE
  const limit = content.count({ collection: 'articles', sortBy: newestFirst }) - onOlderPages
  return content.list({ collection: 'articles', sortBy: newestFirst, limit })
}

/** The articles of a page of older ones, the newest first. @param number from 1, the oldest */
export function olderArticles(content: Content, number: number): readonly PublicDocument<'articles'>[] {
  const offset = (number - 1) * ARTICLES_A_PAGE
  return content
    .list({ collection: 'articles', sortBy: oldestFirst, offset, limit: ARTICLES_A_PAGE })
    .toReversed()
}
