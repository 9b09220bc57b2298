/**
 * What is looked for stands behind the `#` of the address: it can be kept, shared and found again, and a browser sends
 * it to nobody, neither when the page is loaded nor as the page that a visitor came from.
 */
export const QUERY = 'q'

/** The query that an address asks for. One behind a `?` is understood too, as other sites and forms write it. */
export function queryIn({ hash, search }: Pick<Location, 'hash' | 'search'>): string {
  return new URLSearchParams(hash.slice(1)).get(QUERY) ?? new URLSearchParams(search).get(QUERY) ?? ''
}

/** The address of the search page with a query. */
export function addressFor(query: string): string {
  const wanted = query.trim()
  return wanted === '' ? '/search/' : `/search/#${new URLSearchParams({ [QUERY]: wanted }).toString()}`
}
