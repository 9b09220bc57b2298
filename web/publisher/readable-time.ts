const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** A moment as people on this machine read it: “25 Nov 2026, 14:03:07”. @param iso ISO 8601 */
export function readableTime(iso: string): string {
  return format.format(new Date(iso))
}
