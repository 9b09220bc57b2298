import type { CannotRender } from '../../content/cannot-render.ts'
import type { Reads } from '../../content/reads.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { redirectRules } from '../site/redirects-file.ts'
import type { RedirectRule } from '../site/redirects-file.ts'
import { redirectsFrom, routesFrom } from './derived-lists.ts'
import { pagesToRender } from './pages-to-render.ts'
import { REDIRECTS, ROUTES } from './shown-site.ts'
import type { ShownSite } from './shown-site.ts'
import type { SiteRenderer } from './site-renderer.ts'

/** What a publish has to do. */
export type Plan = {
  /** Every page of the site to come. */
  paths: readonly string[]
  /** Those that have to be rendered. */
  toRender: readonly string[]
  redirects: readonly RedirectRule[]
  /** Why redirects lead nobody anywhere, if they were derived again. */
  idle: readonly CannotRender[]
  /** What the routes and the redirects read, if they were derived again. */
  derived: readonly (readonly [name: string, reads: Reads])[]
}

/**
 * Plans the publish of a snapshot.
 *
 * @param before what the site shows; undefined when it shows nothing yet, so that every page has to be rendered
 * @throws PublishError when it cannot be told which pages or redirects there are
 */
export function planPublish(before: ShownSite | undefined, snapshot: Snapshot, renderer: SiteRenderer): Plan {
  if (!before) {
    const [routes, redirects] = [routesFrom(renderer, snapshot), redirectsFrom(renderer, snapshot)]
    return {
      paths: routes.value,
      toRender: routes.value,
      redirects: redirectRules(redirects.value.redirects),
      idle: redirects.value.idle,
      derived: [
        [ROUTES, routes.reads],
        [REDIRECTS, redirects.reads],
      ],
    }
  }
  const stale = pagesToRender(before.snapshot, snapshot, before.reads)
  const routes = stale.has(ROUTES) ? routesFrom(renderer, snapshot) : undefined
  const redirects = stale.has(REDIRECTS) ? redirectsFrom(renderer, snapshot) : undefined
  const paths = routes?.value ?? before.paths
  // To go through all paths takes longer than to render a page.
  const areKnown = paths === before.paths && before.pages.size === paths.length
  return {
    paths,
    toRender: areKnown
      ? [...stale].filter((path) => before.pages.has(path))
      : paths.filter((path) => stale.has(path) || !before.pages.has(path)),
    redirects: redirects ? redirectRules(redirects.value.redirects) : before.redirects,
    idle: redirects?.value.idle ?? [],
    derived: [
      ...(routes ? [[ROUTES, routes.reads] as const] : []),
      ...(redirects ? [[REDIRECTS, redirects.reads] as const] : []),
    ],
  }
}
