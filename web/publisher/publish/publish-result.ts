import type { DocumentChange } from '@careword/shared/delivery.ts'
import type { RedirectChange } from './redirect-change.ts'

/** What became of one change of a document. */
export type Outcome = DocumentChange &
  (
    | { state: 'live'; release: number; pages: number }
    | { state: 'held'; release: number }
    | { state: 'failed'; reason: string; fault?: { title: string; field: string } }
  )

/** What a visitor must find now, by public path: to be proved over HTTP. */
export type ToProve = {
  /** Pages and files that have new bytes, and their hashes (SHA-256, hexadecimal). */
  shown: ReadonlyMap<string, string>
  /** Addresses that answer with 404 or a redirect now, those of withdrawn pictures included. */
  gone: readonly string[]
  /** Those of pages in `gone` whose documents were withdrawn: no page, list or feed may mention them. */
  withdrawn: readonly string[]
  /** Pictures that came: they are gone no more, if they were. Their bytes are not looked at, since hosts may make them smaller. */
  shownPictures: readonly string[]
  redirects: RedirectChange
}

/** What a publish did. */
export type PublishResult = {
  /** The number of the release that the site shows; null when nothing was ever published. */
  release: number | null
  /** When the site first showed it. */
  liveSince: string | null
  /** Pages that the site has now. */
  pages: number
  /** Pages that were rendered, since something that they read had changed or was not known. */
  rendered: number
  /** Files whose bytes are new. */
  written: number
  /** Files that are gone. */
  removed: number
  /** Sentences for the person who publishes. */
  warnings: readonly string[]
  durationMs: number
  /** What became of each document that had changed. */
  outcomes: readonly Outcome[]
  toProve: ToProve
  /** Why the site could not follow, withdrawals and documents that could be shown aside; undefined when it could. */
  trouble: string | undefined
}
