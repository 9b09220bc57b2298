import type { PublicDocument } from '@careword/shared/public-document.ts'

/**
 * Every published document, with its public fields only, as of one moment: all that the site may show.
 *
 * A snapshot never changes: what was worked out from it is kept for as long as it lives. A change of the content
 * is a new snapshot (which may share the documents that stayed the same).
 */
export type Snapshot = {
  /** By `keyOf` of `@careword/shared/change-feed.ts`. */
  readonly documents: ReadonlyMap<string, PublicDocument>
  /** The date in the clinic's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** The public address of the site, for example `https://learn.example.org`. */
  readonly siteUrl: string
}

/**
 * The date that a calendar in the given time zone shows.
 *
 * @param timeZone IANA name, for example `America/New_York`
 * @returns `YYYY-MM-DD`, with a longer year as `+YYYYYY-MM-DD`
 * @throws RangeError for a time zone that does not exist
 */
export function todayIn(timeZone: string, now: Date): string {
  const part = Object.fromEntries(
    calendarOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  )
  return `${isoYear(part.year ?? '')}-${part.month}-${part.day}`
}

/** ISO 8601 has four digits of a year, or six with a sign. */
function isoYear(year: string): string {
  return year.length > 4 ? `+${year.padStart(6, '0')}` : year.padStart(4, '0')
}

/** To make one takes longer than to render a page. */
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone)
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    calendars.set(timeZone, calendar)
  }
  return calendar
}
