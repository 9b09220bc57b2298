/** What React leaves in place of a part that failed inside `<Suspense>`. */
const FAILED_SUSPENSE = '<!--$!-->'

/**
 * Refuses a page that a part of the template left unfinished without saying so.
 *
 * @throws Error naming the page
 */
export function refuseUnfinished(path: string, body: string): void {
  if (body.includes(FAILED_SUSPENSE))
    throw new Error(`A component of ${path} failed while it was rendered, and left a gap in the page.`)
  if (body === '') throw new Error(`${path} was rendered without any content.`)
}
