import { pathOf } from '@careword/shared/paths.ts'
import { newestFirst } from '../../content/article-pages.ts'
import type { Content } from '../../content/content.ts'
import { lastChanged } from './governance.ts'
import { namedPeople } from './people-names.ts'

/** How many of the newest articles the feed has. */
const ENTRIES = 20

export type FeedEntry = {
  url: string
  title: string
  summary: string
  published: string
  updated: string
  authors: string[]
}

/** The newest articles, for feed readers. One without a date of publication is left out. */
export function feedEntries(content: Content): FeedEntry[] {
  return content.list({ collection: 'articles', sortBy: newestFirst, limit: ENTRIES }).flatMap((article) => {
    const { title, summary, slug, publishedAt } = article.fields
    if (publishedAt === undefined) return []
    const changed = `${lastChanged(article)}T00:00:00.000Z`
    return {
      url: `${content.siteUrl}${pathOf({ collection: 'articles', slug })}`,
      title,
      summary,
      published: publishedAt,
      updated: changed > publishedAt ? changed : publishedAt,
      authors: namedPeople(content, article.fields.authors ?? []).map(({ name }) => name),
    }
  })
}
