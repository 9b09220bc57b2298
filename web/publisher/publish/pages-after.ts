import { withChanges } from '../../content/sharded-map.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { SiteFile } from '../store/release.ts'
import type { ShownPage } from './page-notes.ts'
import type { RenderedSite } from './render-wanted.ts'
import type { ShownSite } from './shown-site.ts'
import type { PageChange } from './taken-together.ts'

/** The pages of a release to come. */
export type PagesAfter = {
  /** Every page, in the order of the routes. */
  paths: readonly string[]
  /** Those of which it is known what they read. */
  pages: ReadonlyMap<string, ShownPage>
  /** How those differ from the ones that were known before. */
  changes: readonly PageChange[]
  /** The paths of pages that could not be rendered and stay as they are. */
  staying: ReadonlySet<string>
  /** The paths of pages that the site has and will not have. */
  removed: readonly string[]
}

/**
 * Works out which pages the site has after a publish.
 *
 * @param mayStay whether a page that could not be rendered may stay as it was; else it goes
 */
export async function pagesAfter(
  before: ShownSite | undefined,
  { plan, rendered, failed }: Pick<RenderedSite, 'plan' | 'rendered' | 'failed'>,
  mayStay: (path: string, file: SiteFile) => Promise<boolean>,
): Promise<PagesAfter> {
  const known = before?.pages ?? new Map<string, ShownPage>()
  const changed = new Map<string, ShownPage | undefined>()
  for (const [path, { media, cards, warnings, policy }] of rendered)
    changed.set(path, { file: siteFileOf(path), media, cards, warnings, policy })
  const staying = new Set<string>()
  for (const { path } of failed) {
    changed.set(path, undefined)
    const file = before?.release.files.get(siteFileOf(path))
    if (file && (await mayStay(path, file))) staying.add(path)
  }
  const lost = new Set(failed.map(({ path }) => path).filter((path) => !staying.has(path)))
  // Every page that is not known is rendered or fails.
  const paths = lost.size === 0 ? plan.paths : without(plan.paths, lost)
  const removed = before && paths !== before.paths ? without(before.paths, new Set(paths)) : []
  for (const path of removed) changed.set(path, undefined)
  return {
    paths,
    pages: withChanges(known, changed),
    changes: [...changed].map(([path, after]) => ({ path, before: known.get(path), after })),
    staying,
    removed,
  }
}

function without(paths: readonly string[], others: ReadonlySet<string>): string[] {
  return paths.filter((path) => !others.has(path))
}
