import { APIError } from 'payload'

/** The database could not keep a transaction; everything in it is undone. */
export class CommitFailedError extends APIError {
  override readonly name = 'CommitFailedError'

  /** @param cause the database's error */
  constructor(cause: unknown) {
    super('The database could not save your change. Nothing was changed; try again.', 500, null, true)
    this.cause = cause
  }
}
