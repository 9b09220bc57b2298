/**
 * Whether an address asks for something by this name behind its `#`, even for nothing. If not, it may name a place on the page.
 * What stands there a browser sends to nobody.
 */
export function asksFor(name: string, { hash }: Pick<Location, 'hash'>): boolean {
  return new URLSearchParams(hash.slice(1)).has(name)
}
