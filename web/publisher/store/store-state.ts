import type { SiteDirectories } from '../directories.ts'
import type { Hold } from './release.ts'
import type { Root } from './root-file.ts'
import type { StoreLayout } from './store-layout.ts'
import type { StoredRelease } from './stored-release.ts'
import type { WriteWhole } from './write-whole.ts'

/** What the process that writes knows of the store. */
export type StoreState = {
  readonly directories: SiteDirectories
  readonly layout: StoreLayout
  readonly write: WriteWhole
  readonly log: (sentence: string) => void
  /** The releases that can be brought back, by number. */
  readonly roots: Map<number, Root>
  current: StoredRelease | undefined
  newest: number
  hold: Hold | undefined
  /** Rises with everything that is done to the store, for what works in pieces in between. */
  changes: number
}
