import type { Snapshot } from '../../content/snapshot.ts'
import type { Release } from '../store/release.ts'
import { makeRelease } from './make-release.ts'
import type { Making } from './make-release.ts'
import { nearest } from './nearest.ts'
import { PublishError } from './publish-errors.ts'
import { shownSiteOf, snapshotShown } from './shown-site.ts'
import type { Kept, ShownSite } from './shown-site.ts'
import { addressesOf, goneFrom, without } from './withdrawal.ts'

/** The site after a rollback, how many pages had to be rendered for it, and the addresses of what did not come back. */
export type BroughtBack = { shown: ShownSite; rendered: number; withdrawn: string[] }

/** What a release is brought back with: what the site shows before, and what made the release, whose renderer it is. */
export type BringingBack = Kept & { now: () => Date; before: ShownSite | undefined; making: Making }

/**
 * Holds the site at a release and shows it, without what is gone since.
 *
 * @param wanted what the CMS has published
 * @throws PublishError when that release cannot be rendered without what is gone; the site then is as it was
 */
export async function bringBack(
  release: Release,
  wanted: Snapshot,
  bringing: BringingBack,
): Promise<BroughtBack> {
  const { store, now } = bringing
  const since = now().toISOString()
  const { hold, current } = store
  // First, so that a kill leaves the site held: it would go on to what somebody wants undone.
  await store.setHold({ release: release.number, since })
  try {
    const brought = await show(release, wanted, bringing)
    const { number } = brought.shown.release
    if (number !== release.number) await store.setHold({ release: number, origin: release.number, since })
    return brought
  } catch (error) {
    if (store.current === current) await store.setHold(hold)
    throw error
  }
}

async function show(
  release: Release,
  wanted: Snapshot,
  { before, making, ...kept }: BringingBack,
): Promise<BroughtBack> {
  const { renderer } = making
  const snapshot = snapshotShown(release, kept.version, before)
  const gone = goneFrom(snapshot, wanted)
  const there = (shown: Release) => shownSiteOf(shown, renderer, kept, before)
  if (gone.size === 0)
    return { shown: await there(await kept.store.show(release.number)), rendered: 0, withdrawn: [] }
  const left = without(snapshot, gone)
  const from = await nearest(left, before, renderer.build, () => there(release))
  const { shown, rendered } = await makeRelease(from, left, 'rollback', making).catch((error: unknown) => {
    if (!(error instanceof PublishError)) throw error
    throw new PublishError(
      `Release ${release.number} cannot be shown without what was withdrawn since. ${error.message}`,
      { cause: error },
    )
  })
  return { shown, rendered, withdrawn: addressesOf(gone.values()) }
}

/**
 * The release before the present one, or before the one that was brought back last.
 *
 * @throws PublishError when there is none
 */
export async function numberBefore(store: Kept['store'], shown: ShownSite | undefined): Promise<number> {
  // Before a release that was made of an earlier one, for a withdrawal, lie those that somebody wanted undone.
  const present = store.hold?.origin ?? shown?.release.number ?? 0
  const before = (await store.list()).find(({ number }) => number < present)
  if (!before) throw new PublishError('There is no release before the one that the site shows.')
  return before.number
}
