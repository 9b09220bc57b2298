import type { ReleaseSummary } from '@careword/shared/delivery.ts'
import type { TakeNote, TakenNotes } from './notes-packs.ts'
import type { Hold, NewRelease, Release, SiteFile } from './release.ts'

/**
 * Keeps releases: each a manifest (path → hash) over a store of files by hash. The site shows the one that a pointer names.
 * One process writes; any number reads.
 */
export type ReleaseStore = {
  /** The folder of files by hash, for `writeObject`. */
  readonly objectsDirectory: string
  /** The release that the site shows; undefined before the first one. */
  readonly current: Release | undefined
  /** The number of the newest release; the next one has a higher one, also after a rollback. */
  readonly newest: number
  readonly hold: Hold | undefined
  /**
   * Makes a release and shows it, in one rename. Costs what changed, not what there is: `files`, `retained` and
   * `documents` may be those of the current release with changes.
   *
   * @param notes by path, what is to be known of the pages that were rendered for it; see `notes`
   */
  commit(release: NewRelease, notes: ReadonlyMap<string, unknown>): Promise<Release>
  /** Puts the parts of the lists of a release that may be committed soon on disk. Of one that never is, they are deleted later. */
  putParts(release: NewRelease): void
  /**
   * Takes down that the current release, with the very files it has, shows another state of the content. It keeps its
   * number and time, and nothing changes for visitors.
   */
  amend(release: NewRelease, notes: ReadonlyMap<string, unknown>): Promise<Release>
  /** @throws NoSuchRelease when it was never made or is not kept any more */
  read(number: number): Promise<Release>
  /** The notes of these releases: for each, by path, what `take` makes of what `commit` was given. A note that is lost is absent. */
  notes<Note>(releases: Iterable<number>, take: TakeNote<Note>): Promise<Map<number, TakenNotes<Note>>>
  /** Shows a release that there is, in one rename. @throws NoSuchRelease */
  show(number: number): Promise<Release>
  /** Newest first: those that `show` can bring back. */
  list(): Promise<ReleaseSummary[]>
  /** Survives a restart. */
  setHold(hold: Hold | undefined): Promise<void>
  /** The bytes of a file. @throws when the store has lost it */
  bytes(file: Pick<SiteFile, 'hash'>): Promise<Buffer>
  /**
   * Puts back what somebody has taken from the store while it was open. Files of the current release whose bytes are lost are left
   * out of it, so that the next publish makes them again.
   *
   * @returns whether files are left out
   */
  mend(signal?: AbortSignal): Promise<boolean>
  /**
   * What can wait until the release is live: brings the plain tree of files to the current release, compresses at the
   * best level, deletes what no kept release needs. Gives way to `commit`: it works in small pieces and stops after
   * the one at hand when `signal` says so; the next call goes on.
   *
   * @param upTo where to stop before that
   */
  readonly settle: (signal?: AbortSignal, upTo?: SettleUpTo) => Promise<void>
}

/** `tree`: the plain tree is brought to the release. `mended tree`: and files of it that somebody has changed are put back. */
export type SettleUpTo = 'tree' | 'mended tree'
