/** When a publish that a nudge asks for begins. In milliseconds. */
export type BurstTimes = {
  /** A burst is over after so long without a nudge. */
  quietMs: number
  /** And its publish begins at the latest so long after its first nudge. */
  longestMs: number
  /** So many nudges within such a time are a burst too, even if each finds the publisher idle. */
  dense: { nudges: number; withinMs: number }
}

// A person who saves, looks and saves again is slower than this; a bulk edit is faster.
export const burstTimes: BurstTimes = {
  quietMs: 100,
  longestMs: 500,
  dense: { nudges: 4, withinMs: 80 },
}

/** Tells single nudges, which are followed at once, from bursts, of which the last one counts. */
export type Bursts = {
  /**
   * Takes a nudge that came.
   *
   * @param now of a clock that only goes forward, in milliseconds
   * @param isBusy whether a publish goes on
   * @returns when its publish is to begin, by the same clock
   */
  nudged(now: number, isBusy: boolean): number
  /** A publish begins, and with it whatever waited. */
  begun(): void
}

export function watchForBursts({ quietMs, longestMs, dense }: BurstTimes): Bursts {
  let recent: number[] = []
  let burstSince: number | undefined
  return {
    nudged(now, isBusy) {
      recent = [...recent.filter((time) => now - time <= dense.withinMs), now]
      if (burstSince === undefined && !isBusy && recent.length < dense.nudges) return now
      burstSince ??= now
      return Math.min(now + quietMs, burstSince + longestMs)
    },
    begun() {
      burstSince = undefined
    },
  }
}
