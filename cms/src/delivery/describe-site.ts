import type { Telling } from './describe-delivery.ts'
import { momentInWords } from './times.ts'

/** How the site is, in plain words: a sentence, and more when something keeps it from following. */
export function describeSite(telling: Telling): string[] {
  const { state } = telling
  if (!state) return ['The publisher has not been heard of yet.']
  const { hold, liveSince, pages, release, trouble } = state
  // While the site is held, a release that was brought back is shown since then, and not since it was new.
  const since = hold || liveSince === null ? '' : ` since ${momentInWords(liveSince, telling)}`
  const shown =
    release === null || liveSince === null
      ? 'Nothing was published yet.'
      : `The site shows release ${release}${since}, with ${pages} ${pages === 1 ? 'page' : 'pages'}.`
  const held =
    hold &&
    `It is held at release ${hold.release} since ${momentInWords(hold.since, telling)}: changes wait until it is resumed. What is withdrawn goes off the site all the same.`
  return [shown, ...(held ? [held] : []), ...(trouble ? [trouble] : [])]
}
