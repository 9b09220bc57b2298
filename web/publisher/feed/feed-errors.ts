/** The content could not be read from the CMS. The message is a sentence for the person who runs the publisher. */
export class FeedError extends Error {
  override readonly name: string = 'FeedError'
}

/** The CMS does not answer, or not in time. It may do so later. */
export class CmsUnreachable extends FeedError {
  override readonly name = 'CmsUnreachable'
}

/** The CMS refuses the key, or the key may not read the content. */
export class CmsRefusedKey extends FeedError {
  override readonly name = 'CmsRefusedKey'
}

/** Something answers at the address of the CMS, but not with a change feed. */
export class NotAFeed extends FeedError {
  override readonly name = 'NotAFeed'
}

/** The CMS answers that something went wrong on its side. */
export class CmsFailed extends FeedError {
  override readonly name = 'CmsFailed'
}

/** The CMS has no such file in its media library. */
export class MediaMissing extends FeedError {
  override readonly name = 'MediaMissing'
}
