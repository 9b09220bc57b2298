import type { TextField } from 'payload'

/** Names one of the sources of the same document by its key. That it exists is checked when the document is published. */
export function sourceKeyField({ required = false } = {}): TextField {
  return {
    name: 'source',
    type: 'text',
    required,
    admin: { description: 'The short name of a source in this document’s list of sources.' },
  }
}
