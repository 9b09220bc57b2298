/** Remembers what was made of each message, so that one that comes again does nothing again. */
export type TakenOnce<Value> = (id: string, take: () => Value) => { value: Value; isNew: boolean }

// The signature of a message is good for 5 minutes before and after the time that it carries.
const GOOD_FOR_MS = 10 * 60_000

/**
 * @param limit how many messages are remembered at most; the oldest are forgotten first
 * @param now in milliseconds
 */
export function takenOnce<Value>(limit: number, now: () => number = Date.now): TakenOnce<Value> {
  const taken = new Map<string, { value: Value; at: number }>()
  const forget = () => {
    for (const [id, { at }] of taken) {
      if (taken.size <= limit && now() - at <= GOOD_FOR_MS) return
      taken.delete(id)
    }
  }
  return (id, take) => {
    const before = taken.get(id)
    if (before) return { value: before.value, isNew: false }
    const value = take()
    taken.set(id, { value, at: now() })
    forget()
    return { value, isNew: true }
  }
}
