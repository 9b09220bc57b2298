/** What a reader wants to see of all questions; an empty text asks for nothing. */
export type Wish = { words: string; condition: string; topic: string }

export const noWish: Wish = { words: '', condition: '', topic: '' }

/** The wish that an address holds. @param query for example `?condition=ptsd` */
export function wishIn(query: string): Wish {
  const given = new URLSearchParams(query)
  return {
    words: given.get('words') ?? '',
    condition: given.get('condition') ?? '',
    topic: given.get('topic') ?? '',
  }
}

/** The address of the page with a wish in it, and with whatever else is in it. */
export function addressOfWish(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  wish: Wish,
): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(wish)) {
    if (value.trim() === '') query.delete(name)
    else query.set(name, value)
  }
  return `${pathname}${query.size > 0 ? `?${query.toString()}` : ''}${hash}`
}
