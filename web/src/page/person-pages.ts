import type { Address, Content, SortKey } from '../../content/content.ts'
import { reviewOf, type Governed } from './governance.ts'

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
  const ofEachKind = collections.map((collection) =>
    newestThat(
      (page) => role === 'authors' || reviewOf(page, content).reviewer !== undefined,
      (offset) => content.list({ collection, where, sortBy: newestFirst, limit: PAGES_OF_A_KIND, offset }),
    ),
  )
  const pages = ofEachKind
    .flatMap((found) => found.slice(0, PAGES_OF_A_KIND))
    .flatMap(({ collection, id }) => content.linkTo({ relationTo: collection, value: id }) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
  return { pages, hasMore: ofEachKind.some((found) => found.length > PAGES_OF_A_KIND) }
}

/**
 * The first pages that fit, one more than are named.
 *
 * @param pagesFrom the next pages of a list, as many as are named
 */
function newestThat(
  fits: (page: Governed) => boolean,
  pagesFrom: (offset: number) => readonly Governed[],
): Governed[] {
  const found: Governed[] = []
  for (let offset = 0; found.length <= PAGES_OF_A_KIND; offset += PAGES_OF_A_KIND) {
    const pages = pagesFrom(offset)
    found.push(...pages.filter(fits))
    if (pages.length < PAGES_OF_A_KIND) break
  }
  return found
}
