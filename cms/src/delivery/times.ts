const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A length of time in words: `84 ms`, `1.2 s`, `3 min`, `5 h`, `2 days`. */
export function durationInWords(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  if (ms < MINUTE_MS) return `${(Math.floor(ms / 100) / 10).toString()} s`
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`
  return `${Math.floor(ms / DAY_MS)} days`
}

/** A moment in words: of today the time alone, `14:03:07`; else with the day, `24 Nov 2026, 14:03:07`. */
export function momentInWords(
  moment: string,
  { now, timeZone }: { /** Decides what “today” is. */ now: Date; timeZone: string },
): string {
  const date = new Date(moment)
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(date)
  return day.format(date) === day.format(now) ? time : `${day.format(date)}, ${time}`
}

/** Whether it is a name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
