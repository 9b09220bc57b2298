import type { Address, Content, SortKey } from '../../content/content.ts'
import { unreviewedMark } from './governance.ts'

const collections = ['conditions', 'articles', 'faqs', 'pages'] as const
const newestFirst: readonly SortKey<(typeof collections)[number]>[] = [
  { field: 'publishedAt', order: 'descending' },
]

/** How many pages of a kind a person's page names at most: a team may have written all of the site. */
const PAGES_OF_A_KIND = 12

/** The newest pages of each kind that a person wrote or reviewed, by title, and whether there are more. */
export function pagesBy(
  content: Content,
  personId: string,
  role: 'authors' | 'reviewer',
): { pages: Address[]; hasMore: boolean } {
  const where = { [role]: personId }
  const pages = collections
    .flatMap((collection) => content.list({ collection, where, sortBy: newestFirst, limit: PAGES_OF_A_KIND }))
    .filter((page) => role === 'authors' || unreviewedMark(page) === undefined)
    .flatMap(({ collection, id }) => content.linkTo({ relationTo: collection, value: id }) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
  const hasMore = collections.some((collection) =>
    content.hasAtLeast(PAGES_OF_A_KIND + 1, { collection, where }),
  )
  return { pages, hasMore }
}
