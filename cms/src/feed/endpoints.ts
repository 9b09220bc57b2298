import { Readable } from 'node:stream'
import { APIError } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import {
  documentKeySchema,
  FEED_INDEX_PATH,
  FEED_LIMIT,
  FEED_PATH,
  parseCursor,
  START,
} from '@careword/shared/change-feed.ts'
import type { Cursor, DocumentKey } from '@careword/shared/change-feed.ts'
import { mountedPath } from '../http/mounted-path.ts'
import { requireContentReader } from './access.ts'
import { changesSince, indexOfPublished, readDocuments } from './changes.ts'
import { indexInPieces } from './index-in-pieces.ts'
import { isGlobal } from './published.ts'

/** The change feed, for API clients with the scope “read published content”. */
export const feedEndpoints: Endpoint[] = [
  {
    path: mountedPath(FEED_INDEX_PATH),
    method: 'get',
    handler: async (req) => {
      requireContentReader(req)
      const pieces = Readable.from(indexInPieces(await indexOfPublished(req), req.payload.logger))
      return new Response(Readable.toWeb(pieces) as ReadableStream<Uint8Array>, {
        headers: { ...headers, 'Content-Type': 'application/json' },
      })
    },
  },
  {
    path: mountedPath(FEED_PATH),
    method: 'get',
    handler: async (req) => {
      requireContentReader(req)
      const named = req.searchParams.get('documents')
      return answer(
        named === null
          ? await changesSince(req, readSince(req), readLimit(req))
          : await readDocuments(req, readKeys(named)),
      )
    },
  },
]

const headers = { 'Cache-Control': 'no-store' }

function answer(body: unknown): Response {
  return Response.json(body, { headers })
}

function readSince(req: PayloadRequest): Cursor {
  const since = req.searchParams.get('since')
  if (since === null) return START
  const cursor = parseCursor(since)
  if (!cursor)
    throw badRequest(
      `“${since}” is no cursor. Give “since” the “cursor” of an earlier answer, or leave it out to read everything.`,
    )
  return cursor
}

function readLimit(req: PayloadRequest): number {
  const given = req.searchParams.get('limit')
  if (given === null) return FEED_LIMIT
  const limit = Number(given)
  if (!Number.isInteger(limit) || limit < 1 || limit > FEED_LIMIT)
    throw badRequest(`“limit” is a whole number from 1 to ${FEED_LIMIT}; “${given}” came.`)
  return limit
}

function readKeys(named: string): DocumentKey[] {
  const keys = named.split(',').filter(Boolean)
  if (keys.length === 0 || keys.length > FEED_LIMIT)
    throw badRequest(`“documents” names 1 to ${FEED_LIMIT} documents; ${keys.length} came.`)
  return [...new Set(keys)].map(readKey)
}

const DOCUMENT_ID = /^[0-9a-f]{24}$/

function readKey(text: string): DocumentKey {
  const [collection, id, ...rest] = text.split(':')
  const key = documentKeySchema.safeParse({ collection, id })
  if (key.success && rest.length === 0 && isIdOf(key.data)) return key.data
  throw badRequest(
    `“${text}” names no document. Write the collection and the id, as in “articles:6b04bc2c2a3f3b7d91391422”; the id of a global is its name, as in “clinic:clinic”.`,
  )
}

/** MongoDB fails on an id of another kind. */
function isIdOf({ collection, id }: DocumentKey): boolean {
  return isGlobal(collection) ? id === collection : DOCUMENT_ID.test(id)
}

function badRequest(message: string): APIError {
  return new APIError(message, 400, null, true)
}
