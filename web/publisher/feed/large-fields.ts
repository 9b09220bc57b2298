import type { PublicDocument } from '@careword/shared/public-document.ts'
import { titleOf } from '../../content/document-title.ts'
import { freezeTree } from '../../content/freeze-tree.ts'
import type { LargeFields, ReadLargeFields } from '../../content/stored-document.ts'
import { readLarge } from './document-files.ts'

/** What was kept of a document is lost. Its text is for the person who publishes. */
export class KeptDocumentLost extends Error {
  override readonly name = 'KeptDocumentLost'

  constructor(document: PublicDocument, options: ErrorOptions) {
    super(
      `What was kept of “${titleOf(document)}” (${document.collection} ${document.id}) on disk is damaged or gone. It is pulled again from the CMS.`,
      options,
    )
  }
}

/** By name: an error that went through the templates may be of another copy of this class. */
export function isKeptDocumentLost(error: unknown): boolean {
  return error instanceof Error && error.name === 'KeptDocumentLost'
}

/** Of text: a page and its other forms read a document one after the other. */
const CACHE_LENGTH = 1_000_000
/** All long texts of a small site: a part of its search index holds the words of some fifty, and is made anew with each edit. */
const CACHE_LENGTH_OF_A_SMALL_SITE = 8_000_000
/** From here on the search has no room for the words of long texts, and reads none. */
const DOCUMENTS_OF_A_LARGE_SITE = 1000

/** How much text of large fields is worth holding in memory, in characters. */
export function textHeld(documents: number): number {
  return documents < DOCUMENTS_OF_A_LARGE_SITE ? CACHE_LENGTH_OF_A_SMALL_SITE : CACHE_LENGTH
}

/**
 * Reads large fields from the folder of documents, and holds those that were used last.
 *
 * @param lost is told of a document whose large fields cannot be read
 * @param cacheLength how much text is held, in characters; asked each time, since a site grows
 */
export function createLargeFields(
  directory: string,
  lost: (document: PublicDocument) => void,
  cacheLength: () => number,
): ReadLargeFields {
  const held = new Map<string, { large: LargeFields; length: number }>()
  let heldLength = 0

  const drop = (name: string, length: number) => {
    held.delete(name)
    heldLength -= length
  }

  // A page reads one field of a document after the other.
  let last: { document: PublicDocument; large: LargeFields } | undefined

  return (document) => {
    if (last?.document === document) return last.large
    const name = `${document.collection}:${document.id}@${document.version}`
    let entry = held.get(name)
    if (entry) drop(name, entry.length)
    else entry = read(directory, document, lost)
    // A map is in the order of insertion: what was used last is at its end.
    held.set(name, entry)
    heldLength += entry.length
    const most = cacheLength()
    for (const [oldest, { length }] of held) {
      if (heldLength <= most || oldest === name) break
      drop(oldest, length)
    }
    last = { document, large: entry.large }
    return entry.large
  }
}

function read(directory: string, document: PublicDocument, lost: (document: PublicDocument) => void) {
  try {
    const { large, length } = readLarge(directory, document)
    return { large: freezeTree(large), length }
  } catch (error) {
    lost(document)
    throw new KeptDocumentLost(document, { cause: error })
  }
}
