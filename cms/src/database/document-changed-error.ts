import { APIError } from 'payload'
import { CONFLICT_STATUS, NOTHING_CHANGED } from './conflict-answer.ts'

/** Others changed the document while this save was on its way. Nothing was changed; the same save may succeed next time. */
export class DocumentChangedError extends APIError {
  override readonly name = 'DocumentChangedError'

  /** @param cause the database's error, when it found that out by itself */
  constructor(cause?: unknown) {
    super(NOTHING_CHANGED, CONFLICT_STATUS, null, true)
    this.cause = cause
  }
}
