import { articleSlug } from '../content/article-slug.ts'
import { createClient, untilShown } from '../programs/client.ts'
import type { Quiet } from '../programs/quiet.ts'
import type { Editor } from './editor.ts'

/** How many pages are looked at, spread evenly over the articles, besides the lists. */
const ARTICLES_SAMPLED = 40
const LISTS = ['/', '/conditions/', '/articles/', '/faqs/']

/** The pages that are looked at: enough that the last to change is hardly later than the last of them. */
export function sampledPages(articles: number): string[] {
  const count = Math.min(ARTICLES_SAMPLED, articles)
  const numbers = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * (articles - 1)) / (count - 1)),
  )
  return [...LISTS, ...numbers.map((number) => `/articles/${articleSlug(number)}/`)]
}

/**
 * Changes what all pages show, so many times, and waits until all sampled pages show it.
 *
 * @returns seconds from the request of the save to the last page, one for each change
 */
export async function measureNavigation(
  editor: Editor,
  { articles, siteUrl, changes, name }: { articles: number; siteUrl: string; changes: number; name: string },
  quiet: Quiet,
): Promise<number[]> {
  const site = createClient(siteUrl)
  const seconds: number[] = []
  try {
    for (let change = 0; change < changes; change += 1) {
      const label = `Link ${name}-${change}`
      await quiet.untilQuiet()
      const sentAt = await editor.renameFirstLink(label)
      // A page that has changed stays so: the time at which the last one is seen is that of the slowest.
      for (const path of sampledPages(articles)) await untilShown(site, path, label)
      seconds.push((performance.now() - sentAt) / 1000)
    }
    return seconds
  } finally {
    site.close()
  }
}
