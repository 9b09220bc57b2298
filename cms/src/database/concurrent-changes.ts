/** What one transaction changed, and since when it has looked at the database. */
export type Span = { startedAt: number | undefined; changed: Set<string> }

/**
 * Finds out when a transaction is about to overwrite what another one changed while it ran. A save of Payload reads a
 * document, merges what was sent and writes all of it back: without this check the second of two saves at once would
 * silently undo the first. MongoDB finds such conflicts itself; SQLite does not, since reads come before the first write.
 */
export class ConcurrentChanges {
  #clock = 0
  readonly #lastChanged = new Map<string, number>()
  readonly #open = new Set<Span>()

  /** Begins to watch a transaction; end it with `close`. */
  open(): Span {
    const span: Span = { startedAt: undefined, changed: new Set() }
    this.#open.add(span)
    return span
  }

  /** To be called before each statement of the transaction: it knows the database as of the first one. */
  look(span: Span): void {
    span.startedAt ??= this.#clock
  }

  /** True when others changed and committed one of these documents since the transaction first looked. */
  overlaps({ startedAt = this.#clock, changed }: Span, documents: Iterable<string> = changed): boolean {
    return [...documents].some((document) => (this.#lastChanged.get(document) ?? 0) > startedAt)
  }

  /** Records that changes are committed. */
  committed(documents: Iterable<string>): void {
    this.#clock += 1
    for (const document of documents) this.#lastChanged.set(document, this.#clock)
    this.#forgetWhatNobodyWatches()
  }

  close(span: Span): void {
    this.#open.delete(span)
    this.#forgetWhatNobodyWatches()
  }

  #forgetWhatNobodyWatches(): void {
    if (this.#open.size === 0) this.#lastChanged.clear()
  }
}
