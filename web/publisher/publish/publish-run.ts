import { differences } from '../../content/sharded-map.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { SiteFile } from '../store/release.ts'
import type { Made } from './make-release.ts'
import { addressesOfPictures } from './pictures.ts'
import { redirectChange } from './redirect-change.ts'
import type { ShownSite } from './shown-site.ts'
import type { ShownChange } from './to-prove.ts'

/** What one publish did so far, which may be several releases. */
export class PublishRun {
  readonly #started = performance.now()
  /** What the site showed before. */
  readonly before: Pick<ShownSite, 'snapshot' | 'release'> | undefined
  readonly changes: ShownChange[] = []
  /** Where the documents that were withdrawn could be read. */
  withdrawn: readonly string[] = []
  rendered = 0
  written = 0
  removed = 0
  trouble: string | undefined

  constructor(before: ShownSite | undefined) {
    // What is known of the pages is taken over by the next release, and takes much memory if it is kept.
    this.before = before && { snapshot: before.snapshot, release: before.release }
  }

  get durationMs(): number {
    return Math.round(performance.now() - this.#started)
  }

  take(made: Made): void {
    this.changes.push(made)
    this.rendered += made.rendered
    this.written += made.filesWritten
    this.removed += made.filesRemoved
  }

  /** Takes a change of releases, page by page. */
  takeDifference(before: ShownSite | undefined, after: ShownSite): void {
    const files = differences(
      before?.release.files ?? new Map<string, SiteFile>(),
      after.release.files,
      (a, b) => a.hash === b.hash,
    )
    const written = new Map<string, SiteFile>()
    for (const path of after.paths) {
      const file = files.get(siteFileOf(path))
      if (file) written.set(path, file)
    }
    const there = new Set(after.paths)
    const removed = (before?.paths ?? []).filter((path) => !there.has(path))
    const shown = [...files].flatMap(([path, file]) => (file ? [path] : []))
    this.changes.push({
      written,
      removed,
      redirects: redirectChange(before?.redirects, after.redirects),
      pictures: {
        shown: addressesOfPictures([...shown, ...after.release.retained.keys()]),
        // What is withdrawn is withdrawn by the publish that finds it out, before any rollback.
        withdrawn: [],
      },
    })
    const count = [...files.values()].filter((file) => file).length
    this.written += count
    this.removed += files.size - count
  }
}
