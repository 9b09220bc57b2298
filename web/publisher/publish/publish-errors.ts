/** The site could not be published. The message is a sentence for the person who publishes. */
export class PublishError extends Error {
  override readonly name: string = 'PublishError'
}

/** More pages would have to be rendered than was asked for. */
export class TooManyPages extends PublishError {
  override readonly name = 'TooManyPages'

  constructor(pages: number, most: number) {
    super(`${pages} pages would have to be rendered, and ${most} are the most.`)
  }
}

/** A page could not be rendered, and no document is at fault. */
export class PageFailed extends PublishError {
  override readonly name = 'PageFailed'
  readonly path: string

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`The page ${path} cannot be rendered, so the site stays as it was. ${reason}`, options)
    this.path = path
  }
}
