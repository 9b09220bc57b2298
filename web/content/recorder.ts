import { keyOf, type DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { ALL_FIELDS, EXISTENCE, fieldBit, type FieldSet } from './field-set.ts'
import type { Reads } from './reads.ts'

/** What was read of a document. */
type Read = { readonly document: PublicDocument; fields: FieldSet }

/** Records what one page reads. */
export class Recorder {
  readonly #documents = new Map<string, { read: Read; shown: PublicDocument }>()
  readonly #absent = new Set<string>()
  readonly #questions = new Set<string>()
  readonly #included: Reads[] = []

  /**
   * A document whose fields note that they are read. It is the same object whenever it is asked for.
   *
   * @param document deeply frozen, from the snapshot
   */
  document<Name extends DocumentCollection>(document: PublicDocument<Name>): PublicDocument<Name> {
    const key = keyOf(document)
    const known = this.#documents.get(key)
    if (known) return known.shown as PublicDocument<Name>
    const read: Read = { document: document as PublicDocument, fields: 0 }
    const shown = shownOf(read)
    this.#documents.set(key, { read, shown })
    return shown as PublicDocument<Name>
  }

  /** Notes that fields of a document were read, whose values are known already. */
  noteFields(document: PublicDocument, fields: FieldSet): void {
    this.document(document)
    const known = this.#documents.get(keyOf(document))
    if (known) known.read.fields |= fields
  }

  /** Notes that a document was asked for and is not there. */
  absent(key: DocumentKey): void {
    this.#absent.add(keyOf(key))
  }

  /** Notes a question by its name. */
  question(name: string): void {
    this.#questions.add(name)
  }

  /** Notes what was read for a part of the page by a reading of its own. */
  include(reads: Reads): void {
    this.#included.push(reads)
  }

  /** What was read so far. */
  reads(): Reads {
    const own: Reads = [
      ...[...this.#documents].map(([key, { read }]) => [key, read.fields] as const),
      ...[...this.#absent].map((key) => [key, 0] as const),
      ...[...this.#questions].map((name) => [name, EXISTENCE] as const),
    ]
    if (this.#included.length === 0) return own
    const together = new Map(own)
    for (const [thing, fields] of this.#included.flat())
      together.set(thing, (together.get(thing) ?? 0) | fields)
    return [...together]
  }
}

function shownOf(read: Read): PublicDocument {
  const { collection, id, version } = read.document
  return Object.freeze({
    collection,
    id,
    // It changes with every field.
    get version() {
      read.fields |= ALL_FIELDS
      return version
    },
    fields: new Proxy(read, recording),
  }) as unknown as PublicDocument
}

function note(read: Read, field: string | symbol): object {
  if (typeof field === 'string') read.fields |= fieldBit(read.document.collection, field)
  return read.document.fields
}

const refuse = () => false

/**
 * Stands for the fields of a document. What it shows is not its target's, so the target must not be frozen: the
 * language would hold the proxy to it.
 */
const recording: ProxyHandler<Read> = {
  get: (read, field) => Reflect.get(note(read, field), field) as unknown,
  has: (read, field) => Reflect.has(note(read, field), field),
  ownKeys: (read) => {
    read.fields |= ALL_FIELDS
    return Reflect.ownKeys(read.document.fields)
  },
  getOwnPropertyDescriptor: (read, field) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(note(read, field), field)
    return descriptor && { ...descriptor, configurable: true }
  },
  set: refuse,
  defineProperty: refuse,
  deleteProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
}
