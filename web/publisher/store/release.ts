import type { ReleaseCause } from '@careword/shared/delivery.ts'

/** A file of a release. */
export type SiteFile = {
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: string
  /** In bytes. */
  size: number
  /** For a page: the release whose notes say what the page read when it was rendered. */
  notes?: number
}

/** An asset that no page of the release names, but pages that visitors have open may. */
export type RetainedFile = SiteFile & {
  /** The first release without it, and when that came to be. */
  leftIn: number
  leftAt: string
}

/** A document that cannot be rendered as it is published: the release shows an earlier version of it, or none. */
export type Pin = {
  /** `keyOf` the document. */
  key: string
  /** The version that cannot be rendered. */
  version: string
  title: string
  field: string
  /** As a sentence for an editor. */
  reason: string
}

/** A numbered complete state of the site. */
export type Release = {
  number: number
  /** ISO 8601. When the site first showed it. */
  liveSince: string
  cause: ReleaseCause
  /** How many pages it changed. */
  changed: number
  /** How many of its files are pages. */
  pages: number
  /** What the pages were made with and from, besides the documents. */
  build: string
  today: string
  siteUrl: string
  /** By path in the site, such as `articles/a/index.html`. */
  files: ReadonlyMap<string, SiteFile>
  retained: ReadonlyMap<string, RetainedFile>
  /** The versions of the documents that its pages show, by `keyOf`. */
  documents: ReadonlyMap<string, string>
  pins: readonly Pin[]
  /** Sentences for the person who publishes. */
  warnings: readonly string[]
}

/** What is to be the next release. Its number and its time are given by the store. */
export type NewRelease = Omit<Release, 'number' | 'liveSince'>

/** The site stays at a release until it is resumed. */
export type Hold = {
  release: number
  /** The release that was brought back, where `release` shows it without what was withdrawn since. */
  origin?: number | undefined
  /** ISO 8601. */
  since: string
}
