import { setImmediate as yieldToOthers } from 'node:timers/promises'

/** Nudges and status requests are answered in between. */
const LONGEST_TURN_MS = 20

/**
 * Cuts long work into turns, so that the process answers meanwhile.
 *
 * @returns a function to be awaited between two steps; it lets others run when this turn was long enough
 */
export function takeTurns(): () => Promise<void> {
  let started = performance.now()
  return async () => {
    if (performance.now() - started < LONGEST_TURN_MS) return
    await yieldToOthers()
    started = performance.now()
  }
}
