import { pathOf } from '@careword/shared/paths.ts'
import { slugFrom } from '@careword/shared/slug.ts'
import type { SearchedCollection } from './index-part.ts'

/** The path that a page is taken to have when the index names no other. */
export function likelyPath(collection: SearchedCollection, title: string): string | undefined {
  return pathOf({ collection, slug: slugFrom(title) })
}
