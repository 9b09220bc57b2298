import type { SiteFile } from '../store/release.ts'
import type { PictureChange } from './make-release.ts'
import type { ToProve } from './publish-result.ts'
import type { RedirectChange } from './redirect-change.ts'

/** A release that was shown, by what it changed for visitors. */
export type ShownChange = {
  written: ReadonlyMap<string, SiteFile>
  removed: readonly string[]
  pictures: PictureChange
  redirects: RedirectChange
}

/** What visitors must find after several releases in a row, of which they see the last. */
export function toProve(
  changes: readonly ShownChange[],
  { paths, withdrawn }: { paths: readonly string[]; withdrawn: readonly string[] },
): ToProve {
  const shown = new Map<string, string>()
  const gone = new Set<string>()
  const shownPictures = new Set<string>()
  const leading = new Map<string, string>()
  const ended = new Map<string, string>()
  for (const { written, removed, pictures, redirects } of changes) {
    for (const [path, { hash }] of written) {
      shown.set(path, hash)
      gone.delete(path)
    }
    for (const path of removed) {
      shown.delete(path)
      gone.add(path)
    }
    for (const path of pictures.shown) {
      shownPictures.add(path)
      gone.delete(path)
    }
    for (const path of pictures.withdrawn) {
      shownPictures.delete(path)
      gone.add(path)
    }
    for (const [from, to] of redirects.leading) {
      leading.set(from, to)
      ended.delete(from)
    }
    for (const [from, to] of redirects.ended) {
      leading.delete(from)
      ended.set(from, to)
    }
  }
  const there = withdrawn.length > 0 ? new Set(paths) : new Set<string>()
  return {
    shown,
    gone: [...gone],
    withdrawn: withdrawn.filter((path) => !there.has(path)),
    shownPictures: [...shownPictures],
    redirects: { leading, ended },
  }
}
