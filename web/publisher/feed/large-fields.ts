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

/**
 * So much text of large fields is held at once. All long texts of a small site fit in: a part of its search index holds the words of
 * some fifty of them, and is made anew with each edit of one.
 */
const CACHE_LENGTH = 8_000_000

/**
 * Reads large fields from the folder of documents, and holds those that were used last.
 *
 * @param lost is told of a document whose large fields cannot be read
 * @param cacheLength how much text is held, in characters
 */
export function createLargeFields(
  directory: string,
  lost: (document: PublicDocument) => void = () => undefined,
  cacheLength = CACHE_LENGTH,
): ReadLargeFields {
  const held = new Map<string, { large: LargeFields; length: number }>()
  let heldLength = 0

  const drop = (name: string, length: number) => {
    held.delete(name)
    heldLength -= length
  }

  return (document) => {
    const name = `${document.collection}:${document.id}@${document.version}`
    let entry = held.get(name)
    if (entry) drop(name, entry.length)
    else entry = read(directory, document, lost)
    // A map is in the order of insertion: what was used last is at its end.
    held.set(name, entry)
    heldLength += entry.length
    for (const [oldest, { length }] of held) {
      if (heldLength <= cacheLength || oldest === name) break
      drop(oldest, length)
    }
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
