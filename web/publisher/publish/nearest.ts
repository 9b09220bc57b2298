import type { Snapshot } from '../../content/snapshot.ts'
import { pagesToRender } from './pages-to-render.ts'
import type { ShownSite } from './shown-site.ts'

/** So few are rendered sooner than it takes to find out what an earlier site shows. */
const FEW_PAGES = 100

/**
 * From which of two sites to go on to a snapshot: the one with fewer pages that have to be rendered. What was withdrawn
 * in between may be named by many pages of the earlier one, and by none of the present one.
 *
 * @param present the one that is shown; it is no choice when it was made with other templates
 * @param build of the templates of the earlier one
 * @param earlier gives the one of which the snapshot is nearly all
 */
export async function nearest(
  wanted: Snapshot,
  present: ShownSite | undefined,
  build: string,
  earlier: () => Promise<ShownSite>,
): Promise<ShownSite> {
  if (present?.seenBy !== build || present.release.build !== build) return earlier()
  const fromPresent = pagesToRender(present.snapshot, wanted, present.reads).size
  if (fromPresent <= FEW_PAGES) return present
  const other = await earlier()
  return fromPresent < pagesToRender(other.snapshot, wanted, other.reads).size ? present : other
}
