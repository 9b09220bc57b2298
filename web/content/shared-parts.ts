import type { Reading } from './content.ts'
import type { Snapshot } from './snapshot.ts'

/** Something that was worked out from a snapshot, and all that a page which shows it has read and needs. */
export type SharedPart = {
  value: unknown
  reads: ReturnType<Reading['reads']>
  media: ReturnType<Reading['mediaUsed']>
  cards: ReturnType<Reading['cardsUsed']>
  warnings: ReturnType<Reading['warnings']>
}

/** Those who share a part ask for it one after the other, so few are held. */
const PARTS_HELD = 4

const parts = new WeakMap<Snapshot, Map<string, SharedPart>>()

/**
 * A part with that name, as it was worked out before when that was not long ago.
 *
 * @param make works it out with a reading of its own, so that nothing that it reads is missing or too much
 */
export function sharedPart(snapshot: Snapshot, name: string, make: () => SharedPart): SharedPart {
  const held = parts.get(snapshot) ?? new Map<string, SharedPart>()
  parts.set(snapshot, held)
  const part = held.get(name) ?? make()
  // A map is in the order of insertion: what was used last is at its end.
  held.delete(name)
  held.set(name, part)
  for (const oldest of held.keys()) {
    if (held.size <= PARTS_HELD) break
    held.delete(oldest)
  }
  return part
}
