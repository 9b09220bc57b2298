/** A kind of page, and one page of that kind. */
export type Template = {
  name: string
  path: string
  /** Search engines are kept from it. */
  isIndexed: boolean
  /** Whether it has to do with few bytes: the pages that people arrive at. */
  isLean: boolean
  /** Whether it may have scripts. */
  hasIsland: boolean
}

type Kind = Omit<Template, 'path'> & { pattern: RegExp; instead?: string }

const kind = (name: string, pattern: RegExp, rest: Partial<Kind> = {}): Kind => ({
  name,
  pattern,
  isIndexed: true,
  isLean: false,
  hasIsland: false,
  ...rest,
})

const kinds: readonly Kind[] = [
  kind('home', /^\/$/, { isLean: true }),
  kind('conditions', /^\/conditions\/$/),
  kind('condition', /^\/conditions\/[^/]+\/$/, { isLean: true }),
  kind('articles', /^\/articles\/$/),
  kind('articles on a topic', /^\/articles\/topics\/[^/]+\/$/),
  kind('articles about a condition', /^\/articles\/conditions\/[^/]+\/$/),
  kind('older articles', /^\/articles\/page\/\d+\/$/),
  kind('article', /^\/articles\/[^/]+\/$/, { isLean: true }),
  kind('questions', /^\/faqs\/$/, { hasIsland: true }),
  kind('questions on a topic', /^\/faqs\/topics\/[^/]+\/$/),
  kind('questions about a condition', /^\/faqs\/conditions\/[^/]+\/$/),
  kind('question', /^\/faqs\/[^/]+\/$/, { isLean: true }),
  kind('search', /^\/search\/$/, { hasIsland: true }),
  kind('prepare', /^\/prepare-for-your-visit\/$/, { hasIsland: true }),
  kind('person', /^\/people\/[^/]+\/$/),
  kind('page of text', /^\/about\/$/),
  kind('styleguide', /^\/styleguide\/$/, { isIndexed: false, hasIsland: true, instead: '/styleguide/' }),
  kind('not found', /^\/404\.html$/, { isIndexed: false, instead: '/no-such-page/' }),
]

/**
 * One page of each template.
 *
 * @param sitemap text of `/sitemap.xml`
 * @returns a page of every kind that the site has; the longest path of a kind, since the longest title is the hardest
 */
export function templatesIn(sitemap: string): Template[] {
  const paths = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  )
  return kinds.flatMap(({ pattern, instead, ...template }) => {
    const found = paths.filter((path) => pattern.test(path)).toSorted((a, b) => b.length - a.length)
    const path = found[0] ?? instead
    return path === undefined ? [] : [{ ...template, path }]
  })
}
