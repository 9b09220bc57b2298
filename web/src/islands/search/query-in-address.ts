/**
 * What is looked for stands behind the `#` of the address: it can be kept, shared and found again, and a browser sends
 * it to nobody, neither when the page is loaded nor as the page that a visitor came from.
 */
const NAME = 'q'

/** The query that an address asks for. One behind a `?` is understood too, as other sites and forms write it. */
export function queryIn({ hash, search }: Pick<Location, 'hash' | 'search'>): string {
  return new URLSearchParams(hash.slice(1)).get(NAME) ?? new URLSearchParams(search).get(NAME) ?? ''
}

/** Whether an address asks for something behind its `#`, even for nothing; it may name a place on the page as well. */
export function hasQuery({ hash }: Pick<Location, 'hash'>): boolean {
  return new URLSearchParams(hash.slice(1)).has(NAME)
}

/** The address of the search page with a query. */
export function addressFor(query: string): string {
  const wanted = query.trim()
  return wanted === '' ? '/search/' : `/search/#${new URLSearchParams({ [NAME]: wanted }).toString()}`
}
