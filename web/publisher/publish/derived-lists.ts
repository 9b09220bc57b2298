import type { SiteRedirects } from '../../content/redirects.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { PublishError } from './publish-errors.ts'
import type { Derived, SiteRenderer } from './site-renderer.ts'

/** The path of every page that a site of this content has. @throws PublishError when that cannot be told */
export function routesFrom(renderer: Pick<SiteRenderer, 'routes'>, snapshot: Snapshot): Derived<string[]> {
  return orPublishError('The list of all pages', () => renderer.routes(snapshot))
}

/** The redirects of a site of this content. @throws PublishError when they cannot be told */
export function redirectsFrom(
  renderer: Pick<SiteRenderer, 'redirects'>,
  snapshot: Snapshot,
): Derived<SiteRedirects> {
  return orPublishError('The list of redirects', () => renderer.redirects(snapshot))
}

function orPublishError<Value>(what: string, derive: () => Value): Value {
  try {
    return derive()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PublishError(`${what} cannot be made, so the site stays as it was. ${reason}`, { cause })
  }
}
