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
  return wordsOfDay(dayOf(day))
}

const wordsOfDay = remembered((day) => longDate.format(new Date(`${day}T00:00:00Z`)))

/**
 * The day on which an instant falls at the clinic.
 *
 * @param timeZone IANA name
 * @param instant ISO, for example `2026-05-02T01:30:00.000Z`
 * @returns `YYYY-MM-DD`
 */
export function dayIn(timeZone: string, instant: string): string {
  return dayAt(`${instant} ${timeZone}`)
}

const dayAt = remembered((place) => {
  const [instant = '', timeZone = ''] = place.split(' ')
  return todayIn(timeZone, new Date(instant))
})

/** So many results are held; all cards of a list have fewer. */
const MOST_REMEMBERED = 1000

/** The same function, which does not work out again what it was lately asked for: calendars are slow, and lists show the same dates. */
function remembered(of: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const held = known.get(name)
    if (held !== undefined) return held
    const made = of(name)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(name, made)
    return made
  }
}
