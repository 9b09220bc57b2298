import type { NumberField } from 'payload'

let last = 0

/**
 * The next place in the sequence of changes: the time in microseconds since 1970, made unique and rising within this process.
 *
 * It is not `updatedAt`, which a duplicate keeps, any caller may set, and a bulk edit gives to all alike.
 */
export function nextRevision(): number {
  last = Math.max(last + 1, Date.now() * 1000)
  return last
}

/** Where the revision of the last change is kept; internal, so that nobody reads or writes it through an API. */
export const revisionField: NumberField = {
  name: 'revision',
  type: 'number',
  index: true,
  hidden: true,
}
