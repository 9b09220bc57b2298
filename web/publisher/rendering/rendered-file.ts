import type { UsedCard } from '../../content/card.ts'
import type { Reads } from '../../content/reads.ts'
import type { UsedMedia } from '../publish/site-renderer.ts'

/** A page as it was rendered and put into the store of objects. */
export type RenderedFile = {
  file: { hash: string; size: number }
  status: number
  /** Its content-security policy. */
  policy: string | undefined
  media: readonly UsedMedia[]
  cards: readonly UsedCard[]
  /** Sentences for the person who publishes. */
  warnings: readonly string[]
  reads: Reads
}

/** Why a page could not be rendered. */
export type PageFailure = {
  path: string
  /** A sentence for the person who publishes. */
  message: string
  /** When a document is at fault. */
  cannotRender?: {
    document: { collection: string; id: string; title: string }
    field: string
    reason: string
  }
}

/**
 * What came of a page: plain data, which goes from one thread to another. `isLost`: it failed because what was kept of a
 * document is damaged.
 */
export type PageOutcome =
  { path: string; page: RenderedFile } | { path: string; failure: PageFailure; isLost?: boolean }

/** What came of several pages. */
export type RenderOutcome = {
  /** By path, in the order in which they were asked for. */
  rendered: Map<string, RenderedFile>
  failures: PageFailure[]
}

/** Puts the bytes of a page into a store. */
export type WriteObject = (
  objectsDirectory: string,
  sitePath: string,
  bytes: Uint8Array,
) => { hash: string; size: number }
