import { z } from 'zod'
import type { PublicDocument } from './public-document.ts'
import { publicCollections, publicGlobals } from './public-fields.ts'

/** Path of the change feed below the CMS's address. */
export const FEED_PATH = '/api/site-content'

/** Path of the list of everything that is published, with versions. */
export const FEED_INDEX_PATH = '/api/site-content/index'

/** The most documents that one answer of the feed holds. */
export const FEED_LIMIT = 200

const collectionName = z.enum([...publicCollections, ...publicGlobals])

/** What names a document: its collection (or global) and its id (for a global, its name again). */
export const documentKeySchema = z.object({ collection: collectionName, id: z.string() })
export type DocumentKey = z.infer<typeof documentKeySchema>

const versionedKeySchema = documentKeySchema.extend({ version: z.string() })
export type VersionedKey = z.infer<typeof versionedKeySchema>

// The CMS checks every field before it stores it, so the shape of `fields` is taken from the generated types.
export const publicDocumentSchema = versionedKeySchema
  .extend({ fields: z.record(z.string(), z.unknown()) })
  .transform((document) => document as unknown as PublicDocument)

/** Answer of `GET /api/site-content?since=<cursor>`: one page of what changed. */
export const feedPageSchema = z.object({
  cursor: z.string(),
  more: z.boolean(),
  documents: z.array(publicDocumentSchema),
  gone: z.array(documentKeySchema),
})
export type FeedPage = z.infer<typeof feedPageSchema>

/** Answer of `GET /api/site-content?documents=<collection>:<id>,…`: those documents as they are now. */
export const feedDocumentsSchema = feedPageSchema.pick({ documents: true, gone: true })
export type FeedDocuments = z.infer<typeof feedDocumentsSchema>

/** Answer of `GET /api/site-content/index`: all that is published, without the content. */
export const feedIndexSchema = z.object({ cursor: z.string(), documents: z.array(versionedKeySchema) })
export type FeedIndex = z.infer<typeof feedIndexSchema>

/** A document's key as one word, for maps and for the `documents` parameter. */
export function keyOf(document: DocumentKey): string {
  return `${document.collection}:${document.id}`
}

/** The key that `keyOf` wrote. @returns undefined when the word is no key */
export function parseKey(word: string): DocumentKey | undefined {
  const [collection, id] = word.split(':')
  return documentKeySchema.safeParse({ collection, id }).data
}

/**
 * A place in the sequence of changes: everything up to this revision, and of this revision up to this id.
 * A revision is the time of the change in microseconds since 1970, made unique and rising by the CMS that wrote it.
 */
export type Cursor = { revision: number; id: string }

/** Before everything. */
export const START: Cursor = { revision: 0, id: '' }

/** Writes a cursor as the feed gives it. */
export function formatCursor({ revision, id }: Cursor): string {
  return `${revision}.${id}`
}

/** Reads a cursor. @returns undefined when the text is no cursor */
export function parseCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,16})\.([\w-]*)$/.exec(text)
  return match ? { revision: Number(match[1]), id: match[2] ?? '' } : undefined
}

/**
 * Moves a cursor back in time. A transaction that started earlier may commit later, so whoever pulls
 * asks again for a little of what was already pulled.
 *
 * @param cursor what the last pull ended with; a text that is no cursor counts as the start of everything
 * @param overlapMs how far back, in milliseconds
 */
export function rewindCursor(cursor: string, overlapMs: number): string {
  const parsed = parseCursor(cursor) ?? START
  return formatCursor({ revision: Math.max(0, Math.floor(parsed.revision - overlapMs * 1000)), id: '' })
}
