import type { DocumentKey, FeedIndex } from '@careword/shared/change-feed.ts'
import type { ReleaseSummary } from '@careword/shared/delivery.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { CatchUp, Synchronised } from './feed/synchronise.ts'
import type { PublishResult } from './publish/publish-result.ts'
import type { Hold } from './store/release.ts'

/** Brings the site to what the CMS has published. Its methods must not run at the same time (`releases` and `prepare` may). */
export type SitePublisher = {
  /** Where the next pull starts; undefined before the first one. */
  readonly cursor: string | undefined
  /** Whether the content was compared with the CMS since the start. Until then it may lack something, so it is not published. */
  readonly isComplete: boolean
  /** What the site shows; undefined when nothing was ever published. */
  readonly site: { release: number; pages: number; liveSince: string } | undefined
  readonly hold: Hold | undefined
  /** What an editor should know of what the site shows, as sentences; pinned documents aside. */
  readonly warnings: readonly string[]
  /** Why cards could not be drawn the last time, as a sentence; undefined when they could. */
  readonly cardProblem: string | undefined
  /** The date in the clinic's time zone. */
  today(): string
  /**
   * Reads from the CMS what changed.
   *
   * @param how `compareAll`: compare every document with the CMS as well, which also happens the first time
   * @throws FeedError when the CMS cannot be read
   */
  catchUp(how: CatchUp): Promise<Synchronised>
  /**
   * Reads the list of all that is published, for a `catchUp`. May run at the same time as anything.
   *
   * @throws FeedError when the CMS cannot be read
   */
  readIndex(signal?: AbortSignal): Promise<FeedIndex>
  /**
   * Gets ready for a document that may be published soon: works out the release that will show it. Nothing is published, and
   * nothing is kept for long.
   */
  prepare(document: PublicDocument): Promise<void>
  /**
   * Publishes what was read; withdrawals first; during a hold withdrawals only.
   *
   * @param how `everything`: render every page anew
   */
  publish(how?: { everything?: boolean }): Promise<PublishResult>
  /**
   * Brings a release back, without what was withdrawn since, and holds the site there.
   *
   * @param release null: the one before the present one
   * @throws NoSuchRelease
   */
  rollback(release: number | null): Promise<PublishResult>
  /** Ends the hold; publish afterwards. */
  resume(): Promise<void>
  /** Newest first: those that `rollback` can bring back. */
  releases(): Promise<ReleaseSummary[]>
  /** The version of a document that the site shows; null when it shows none. */
  shown(key: DocumentKey): string | null
  /** A clean full rendering of what the site shows: public paths and hashes (SHA-256, hexadecimal). */
  cleanFiles(): AsyncIterable<{ path: string; hash: string }>
  /**
   * Does what can wait, until it is done or the signal says stop. Cards that cannot be drawn are no reason to leave the rest undone;
   * see `cardProblem`.
   *
   * @param upTo `tree`: only brings the plain files for other hosts up to date
   */
  settle(signal: AbortSignal, upTo?: 'tree'): Promise<void>
}
