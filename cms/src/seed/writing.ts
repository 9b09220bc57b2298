import type { Reference } from './reference.ts'
import type { SourceKey } from './sources.ts'

/** What a text needs while it is turned into the form that the database stores. */
export type Writing = {
  /** The id of the document that a reference names. */
  idOf: (reference: Reference) => string
  /** Notes that the document cites a source, so that the source joins the document's list. */
  cite: (source: SourceKey) => void
  /** A new id for a node, the same in every run. */
  nextId: () => string
}
