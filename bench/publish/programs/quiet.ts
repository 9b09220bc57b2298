import { setTimeout as wait } from 'node:timers/promises'

/** Between two edits, as between two of a person who is quick; what follows a publish is done by then. */
export const PAUSE_MS = 400

/**
 * Of a virtual machine whose host has others to serve, the memory that rested is dear to touch, and with it whatever waited for an
 * edit: a save that takes 26 ms otherwise takes some 7 ms more for each 1,000 ns that a page of memory takes after a pause.
 */
export const QUIET_NS = 250

const PAGE_BYTES = 4096
const PAGES = 2048

/** What the quiet and the noise were. */
export type Noise = {
  /** Pauses after which nothing was measured, since the machine was not quiet. */
  leftOut: number
  /** Pauses after which something was measured though it was not, since enough had been left out. */
  measured: number
}

/** Tells whether the machine is quiet enough to measure what takes milliseconds. */
export type Quiet = {
  /** Pauses for {@link PAUSE_MS}. @returns whether to measure what comes now */
  pause: () => Promise<boolean>
  /** Pauses as long, for what is not to be measured. */
  rest: () => Promise<false>
  /** Pauses until it is time to measure. */
  untilQuiet: () => Promise<void>
  noise: () => Noise
}

/**
 * What is left out is known before it happens, so no figure is left out for what it is.
 *
 * @param patience how many pauses are left out at most
 * @param touch touches memory that nothing else uses. @returns nanoseconds for each page
 */
export function createQuiet(patience: number, touch = createTouch(), pauseMs = PAUSE_MS): Quiet {
  const noise: Noise = { leftOut: 0, measured: 0 }
  const pause = async (): Promise<boolean> => {
    touch()
    await wait(pauseMs)
    if (touch() <= QUIET_NS) return true
    if (noise.leftOut < patience) {
      noise.leftOut += 1
      return false
    }
    noise.measured += 1
    return true
  }
  return {
    pause,
    rest: () => wait(pauseMs, false),
    untilQuiet: async () => {
      while (!(await pause()));
    },
    noise: () => ({ ...noise }),
  }
}

/** @returns what touches memory of its own, and says what that took, in nanoseconds for each page */
export function createTouch(): () => number {
  const memory = Buffer.alloc(PAGES * PAGE_BYTES, 1)
  return () => {
    const start = process.hrtime.bigint()
    for (let at = 0; at < memory.length; at += PAGE_BYTES) memory[at] = (memory[at] ?? 0) ^ 1
    return Number(process.hrtime.bigint() - start) / PAGES
  }
}
