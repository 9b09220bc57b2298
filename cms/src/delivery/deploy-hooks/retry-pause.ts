const LONGEST_PAUSE_MS = 15 * 60 * 1000

/**
 * How long to wait before a call is repeated: twice as long each time, up to a quarter of an hour, and of random length
 * between half of it and all of it, so that many who failed at once do not come back at once.
 *
 * @param failures in a row, from 1
 * @param firstPauseMs after the first failure
 * @param retryAfterMs what the host asked for; it is never called before
 */
export function retryPause(
  failures: number,
  firstPauseMs: number,
  retryAfterMs = 0,
  random: () => number = Math.random,
): number {
  const pause = Math.min(firstPauseMs * 2 ** (failures - 1), LONGEST_PAUSE_MS)
  return Math.max(pause * (0.5 + random() / 2), retryAfterMs)
}
