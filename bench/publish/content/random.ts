/** Numbers that look random and are the same in every run. */
export type Random = {
  /** A whole number from 0 up to, but not including, `limit`. */
  below: (limit: number) => number
  /** One of the items. @throws RangeError when there is none */
  pick: <Item>(items: readonly Item[]) => Item
  /** So many different items, or all when there are fewer. */
  some: <Item>(count: number, items: readonly Item[]) => Item[]
}

/** Mulberry32: small, fast and even enough for texts. @param seed any whole number */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.')
    return items[below(items.length)] as Item
  }
  return {
    below,
    pick,
    some: (count, items) => {
      const left = [...items]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat()
    },
  }
}
