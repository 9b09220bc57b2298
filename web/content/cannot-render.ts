import { formatRemark } from './remark.ts'
import type { NamedDocument } from './remark.ts'

const NAME = 'CannotRender'

/** A document holds something that no page can show; the message names document, field and reason in plain words. */
export class CannotRender extends Error {
  override readonly name = NAME
  readonly document: NamedDocument
  /** Top-level field of the document. */
  readonly field: string
  /** What is wrong and what to do about it, as a sentence for an editor. */
  readonly reason: string

  constructor(document: NamedDocument, field: string, reason: string) {
    super(formatRemark({ document, field, reason }))
    this.document = document
    this.field = field
    this.reason = reason
  }
}

/**
 * Whether an error says that a document cannot be rendered.
 *
 * By name: the renderer is a bundle of its own, so its errors are of another class than the caller's.
 */
export function isCannotRender(error: unknown): error is CannotRender {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === NAME
}
