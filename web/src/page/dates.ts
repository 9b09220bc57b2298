import { todayIn } from '../../content/snapshot.ts'

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/**
 * The day of a date field, which the CMS keeps as an instant around noon of that day.
 *
 * @param iso for example `2026-05-01T12:00:00.000Z`
 * @returns `YYYY-MM-DD`, with a longer year as `+YYYYYY-MM-DD`
 */
export function dayOf(iso: string): string {
  return iso.slice(0, iso.startsWith('+') ? '+YYYYYY-MM-DD'.length : 'YYYY-MM-DD'.length)
}

/** A day in words, “May 1, 2026”. @param day ISO date or instant */
export function dayInWords(day: string): string {
  return longDate.format(new Date(`${dayOf(day)}T00:00:00Z`))
}

/**
 * The day on which an instant falls at the clinic.
 *
 * @param timeZone IANA name
 * @param instant ISO, for example `2026-05-02T01:30:00.000Z`
 * @returns `YYYY-MM-DD`
 */
export function dayIn(timeZone: string, instant: string): string {
  return todayIn(timeZone, new Date(instant))
}
