import type { CannotRender } from '../../content/cannot-render.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { PageFailure } from '../rendering/render-farm.ts'
import type { ShownSite } from './shown-site.ts'

/**
 * The redirects that somebody changed and that lead nobody anywhere, as failures of the file of rules. One that the site shows as
 * it is became idle through another change, such as a page that was withdrawn; it is left out of the file and nothing more.
 *
 * @param idle of the wanted snapshot
 */
export function idleRedirects(
  idle: readonly CannotRender[],
  before: ShownSite | undefined,
  wanted: Snapshot,
): PageFailure[] {
  return idle
    .filter(({ document }) => {
      const key = `${document.collection}:${document.id}`
      return before?.snapshot.documents.get(key)?.version !== wanted.documents.get(key)?.version
    })
    .map(({ message, document, field, reason }) => ({
      path: '/_redirects',
      message,
      cannotRender: { document, field, reason },
    }))
}
