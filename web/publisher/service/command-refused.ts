/** A command cannot be done as things are. The message says why, and what can be done. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
  /** As an HTTP status. */
  readonly status: 404 | 409

  constructor(status: 404 | 409, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}
