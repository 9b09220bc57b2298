import { asksFor } from './asks-for.ts'

/** What a reader wants to see of all questions; an empty text asks for nothing. */
export type Wish = { words: string; condition: string; topic: string }

/** What one can choose a condition or a topic from. */
export type Choice = { value: string; label: string }

/** What the words are called behind the `#`. */
export const WORDS = 'words'

export const noWish: Wish = { words: '', condition: '', topic: '' }

/**
 * The wish that an address holds. What was typed stands behind the `#`, which a browser sends to nobody; behind a `?` it is understood
 * too.
 */
export function wishIn({ search, hash }: Pick<Location, 'search' | 'hash'>): Wish {
  const given = new URLSearchParams(search)
  return {
    words: new URLSearchParams(hash.slice(1)).get(WORDS) ?? given.get(WORDS) ?? '',
    condition: given.get('condition') ?? '',
    topic: given.get('topic') ?? '',
  }
}

/** The address of the page with a wish in it, and with whatever else is in it. */
export function addressOfWish(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  { words, ...chosen }: Wish,
): string {
  const query = new URLSearchParams(search)
  query.delete(WORDS)
  for (const [name, value] of Object.entries(chosen)) {
    if (value === '') query.delete(name)
    else query.set(name, value)
  }
  const kept = asksFor(WORDS, { hash }) ? '' : hash
  const behind = words.trim() === '' ? kept : `#${new URLSearchParams({ [WORDS]: words }).toString()}`
  return `${pathname}${query.size > 0 ? `?${query.toString()}` : ''}${behind}`
}

/**
 * A wish without a condition or topic that cannot be chosen. An address may be older than the names in it, and what is wanted must
 * be what the fields show.
 */
export function possibleWish(wish: Wish, conditions: readonly Choice[], topics: readonly Choice[]): Wish {
  return {
    words: wish.words,
    condition: valueAmong(conditions, wish.condition),
    topic: valueAmong(topics, wish.topic),
  }
}

function valueAmong(choices: readonly Choice[], wanted: string): string {
  return choices.some(({ value }) => value === wanted) ? wanted : ''
}
