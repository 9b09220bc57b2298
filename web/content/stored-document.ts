import { hash } from 'node:crypto'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { freezeTree } from './freeze-tree.ts'

/**
 * The longest text, as JSON, of a field that is held in memory. Names, addresses, dates, references and summaries are
 * shorter: all that lists show and queries look at.
 */
const LONGEST_SMALL_FIELD = 512

type SmallField = readonly [name: string, value: unknown]
type LargeField = readonly [name: string, digest: string, place: 'on disk']

/** A document without its large fields: plain data, in the order of its fields. */
export type DocumentHead = {
  collection: DocumentCollection
  id: string
  version: string
  fields: readonly (SmallField | LargeField)[]
}

/** The large fields of a document, by name. */
export type LargeFields = Readonly<Record<string, unknown>>

/**
 * Reads the large fields of a document. Each is deeply frozen.
 *
 * @throws when they are lost; the message names the document
 */
export type ReadLargeFields = (document: PublicDocument) => LargeFields

/** The fields of a document whose large ones are read when somebody asks for them. */
export class StoredFields {
  readonly #document: PublicDocument
  readonly #large: readonly LargeField[]
  readonly #read: ReadLargeFields

  private constructor(head: DocumentHead, read: ReadLargeFields) {
    for (const field of head.fields) {
      const property = isLarge(field) ? { get: getterOf(field[0]) } : { value: freezeTree(field[1]) }
      Object.defineProperty(this, field[0], { ...property, enumerable: true })
    }
    const { collection, id, version } = head
    this.#document = Object.freeze({ collection, id, version, fields: this }) as unknown as PublicDocument
    this.#large = head.fields.filter(isLarge)
    this.#read = read
    Object.freeze(this)
  }

  static document(head: DocumentHead, read: ReadLargeFields): PublicDocument {
    return new StoredFields(head, read).#document
  }

  static head(fields: StoredFields): DocumentHead {
    const { collection, id, version } = fields.#document
    const small = (name: string): SmallField => [name, (fields as unknown as LargeFields)[name]]
    const inHead = Object.keys(fields).map((name) => StoredFields.placeOf(fields, name) ?? small(name))
    return { collection, id, version, fields: inHead }
  }

  static placeOf(fields: StoredFields, name: string): LargeField | undefined {
    return fields.#large.find(([each]) => each === name)
  }

  static isReadBy(fields: StoredFields, read: ReadLargeFields): boolean {
    return fields.#read === read
  }

  static large(fields: StoredFields, name: string): unknown {
    return fields.#read(fields.#document)[name]
  }
}

const getters = new Map<string, (this: StoredFields) => unknown>()

/** One getter for all documents: with one of its own, each document would have a shape of its own in memory. */
function getterOf(name: string): (this: StoredFields) => unknown {
  let getter = getters.get(name)
  if (!getter) {
    getter = function (this: StoredFields) {
      return StoredFields.large(this, name)
    }
    getters.set(name, getter)
  }
  return getter
}

/** A document whose large fields stay on disk until they are read. It is deeply frozen. */
export function storedDocument(head: DocumentHead, read: ReadLargeFields): PublicDocument {
  return StoredFields.document(head, read)
}

/** Whether the large fields of a document are read in this way. */
export function isReadBy({ fields }: PublicDocument, read: ReadLargeFields): boolean {
  return fields instanceof StoredFields && StoredFields.isReadBy(fields, read)
}

/** A document in two parts: what is held in memory and what is not. */
export function splitDocument({ collection, id, version, fields }: PublicDocument): {
  head: DocumentHead
  large: LargeFields
} {
  const large: [string, unknown][] = []
  const inHead = Object.entries<unknown>(fields).map(([name, value]): SmallField | LargeField => {
    const text = JSON.stringify(value)
    if (text.length <= LONGEST_SMALL_FIELD) return [name, value]
    large.push([name, value])
    return [name, digestOf(text), 'on disk']
  })
  return { head: { collection, id, version, fields: inHead }, large: Object.fromEntries(large) }
}

/** What another thread needs to have the same document: of one that is not stored, all of it. */
export function headOf({ collection, id, version, fields }: PublicDocument): DocumentHead {
  if (fields instanceof StoredFields) return StoredFields.head(fields)
  return { collection, id, version, fields: Object.entries<unknown>(fields) }
}

/**
 * A text that is the same for the same value of a field, and undefined for none. That of a large field is known without
 * reading it, so that two versions can be compared when the older one is not kept any more.
 */
export function fieldMark({ fields }: PublicDocument, name: string): string | undefined {
  const place = fields instanceof StoredFields ? StoredFields.placeOf(fields, name) : undefined
  if (place) return place[1]
  const text = JSON.stringify((fields as Record<string, unknown>)[name]) as string | undefined
  return text === undefined || text.length <= LONGEST_SMALL_FIELD ? text : digestOf(text)
}

function isLarge(field: SmallField | LargeField): field is LargeField {
  return field.length === 3
}

function digestOf(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`
}
