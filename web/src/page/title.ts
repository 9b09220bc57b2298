/** Search engines cut titles that are longer. */
const TITLE_LENGTH = 70

/** The title of a page for the browser's tab, with the clinic's name behind it where there is room. */
export function titleWithClinic(title: string, clinicName: string | undefined): string {
  if (clinicName === undefined || title === clinicName) return title
  const full = `${title} | ${clinicName}`
  return full.length > TITLE_LENGTH ? title : full
}
