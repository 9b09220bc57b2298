import { SEARCH_START_PATH, searchTextsPath } from '../../../content/search-files.ts'
import { familyOf, sharesOf } from '../../search/families.ts'
import type { IndexPart, ShareTexts } from '../../search/index-part.ts'
import type { SearchStart } from '../../search/search-start.ts'
import type { FoundPage, SiteSearch } from '../../search/site-search.ts'

/** All that the search of this site needs, in the browser's memory. */
export type LoadedSearch = {
  search: SiteSearch
  crisis: SearchStart['crisis']
  /** The text that stands under a result. */
  textOf: (page: FoundPage) => Promise<string | undefined>
}

let loading: Promise<LoadedSearch> | undefined

/**
 * Loads the index and the engine, once for all that search on the page. Nothing that anybody types is sent anywhere:
 * what is loaded does not depend on it, but for the texts under what was found.
 */
export function loadSearch(): Promise<LoadedSearch> {
  loading ??= load('default').catch(async () => {
    // A publish may have come between the list of parts and the parts: with a fresh list all is there.
    return load('reload')
  })
  // After a failure the next try starts anew.
  loading.catch(() => (loading = undefined))
  return loading
}

async function load(cache: RequestCache): Promise<LoadedSearch> {
  const [{ createSiteSearch }, start] = await Promise.all([
    import('../../search/site-search.ts'),
    read<SearchStart>(SEARCH_START_PATH, cache),
  ])
  const parts = await Promise.all(start.parts.map((path) => read<IndexPart>(path, cache)))
  return {
    search: createSiteSearch(parts, start.synonyms),
    crisis: start.crisis,
    textOf: textReader(start.parts),
  }
}

function textReader(parts: readonly string[]): LoadedSearch['textOf'] {
  const shares = new Map<string, Promise<ShareTexts>>()
  return async ({ collection, share, path }) => {
    const family = familyOf(collection)
    const file = searchTextsPath({ family, number: share, shares: sharesOf(family, parts) })
    const texts = shares.get(file) ?? read<ShareTexts>(file, 'default')
    shares.set(file, texts)
    try {
      return (await texts)[path]
    } catch {
      // A result is complete without its text; the next one that needs it tries again.
      shares.delete(file)
      return undefined
    }
  }
}

async function read<Content>(path: string, cache: RequestCache): Promise<Content> {
  const response = await fetch(path, { cache })
  if (!response.ok) throw new Error(`${path} could not be loaded: status ${response.status}.`)
  return (await response.json()) as Content
}
