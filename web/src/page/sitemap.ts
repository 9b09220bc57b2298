import { styleguidePath } from '@careword/shared/paths.ts'
import type { Content } from '../../content/content.ts'
import { routesOf } from '../../content/routes.ts'
import { lastChanged } from './governance.ts'

type Entry = { path: string; lastChanged?: string | undefined }

/** Files are for machines. */
const notForSearch = /\.\w+$/

/** The pages that search engines should know, with the day of their last change where they have one. */
export function sitemapEntries(content: Content): Entry[] {
  const changes = new Map(
    (['conditions', 'articles', 'faqs', 'pages'] as const)
      .flatMap((collection) => content.list({ collection }))
      .map((document) => [
        content.linkTo({ relationTo: document.collection, value: document.id })?.path,
        lastChanged(document),
      ]),
  )
  return routesOf(content)
    .filter((path) => !notForSearch.test(path) && path !== styleguidePath)
    .map((path) => ({ path, lastChanged: changes.get(path) }))
}
