/**
 * The writer of the embedded database stayed taken for longer than a save may wait for it.
 * Nothing of the statement that failed so was written.
 */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError'

  /** @param waitedMilliseconds how long the statement waited before it gave up */
  constructor(waitedMilliseconds: number) {
    super(
      `The database is busy: other saves were still being written after ${waitedMilliseconds / 1000} s. Try again.`,
    )
  }
}
