import { parseCursor, START } from '@careword/shared/change-feed.ts'

/**
 * How long after a change is numbered it may still be committed, and so be seen for the first time. MongoDB ends a transaction
 * after 60 seconds by default (`transactionLifetimeLimitSeconds`).
 */
const LATEST_COMMIT_MS = 60_000

/**
 * Tells how far before its cursor a pull has to look for what was committed late: a minute, less the time by which it is known
 * that nothing came. Otherwise all that was imported within a minute would be read at each pull until somebody changes something.
 */
export class Overlap {
  readonly #now: () => number
  /** The revision of the cursor, and when it was first known: by then the clock of the CMS had come so far. */
  #known = { revision: NaN, at: 0 }
  /** When the last pull began that came to this cursor. */
  #pullBegan = 0

  /** @param now in milliseconds, never going back */
  constructor(now: () => number) {
    this.#now = now
  }

  /** @returns milliseconds before the cursor from which on everything has to be pulled */
  before(cursor: string): number {
    if (revisionOf(cursor) !== this.#known.revision) return LATEST_COMMIT_MS
    // When that pull began, the clock of the CMS was at least so far past the cursor, and what is older than a minute was there.
    return Math.max(0, LATEST_COMMIT_MS - Math.max(0, this.#pullBegan - this.#known.at))
  }

  /** Notes that all changes were pulled and taken over. @param began when the pull began, by `now` */
  pulled(cursor: string, began: number): void {
    const revision = revisionOf(cursor)
    if (revision !== this.#known.revision) this.#known = { revision, at: this.#now() }
    this.#pullBegan = began
  }
}

function revisionOf(cursor: string): number {
  return (parseCursor(cursor) ?? START).revision
}
