import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { FEED_INDEX_PATH, FEED_PATH, formatCursor, parseCursor, START } from '@careword/shared/change-feed.ts'
import type { Cursor, DocumentKey } from '@careword/shared/change-feed.ts'
import { versionOf } from '@careword/shared/version.ts'
import { listenOn, stopListening } from '../listen.ts'

/** A CMS in memory: it answers the change feed and gives out media, by the contract. */
export type FakeFeed = {
  readonly url: string
  readonly key: string
  /** Paths that were asked for, with their queries. */
  readonly requests: string[]
  /** The fields of all documents that are published, by key. */
  published(): Map<string, Record<string, unknown>>
  /** Publishes a document, or a new version of one. @param revision one that was taken before; by default the next one */
  publish(key: string, fields: Record<string, unknown>, revision?: number): void
  /** Changes a document without a revision, as a cascade in the database does. */
  changeSilently(key: string, fields: Record<string, unknown>): void
  /** Takes a document away, with a record of it. */
  withdraw(key: string, revision?: number): void
  /** Takes the next revision, for a change that can be seen later than others that come after it. */
  takeRevision(): number
  /** The last revision that was taken. */
  revision(): number
  /** The documents whose last change has that revision. */
  changedAt(revision: number): DocumentKey[]
  /** Makes a file of the media library. */
  upload(name: string, content: string): void
  /** What such a file holds; undefined when there is none. */
  file(name: string): string | undefined
  /** A copy of the database, to be restored later. */
  backup(): () => void
  /** Answers every request after the next few (by default none) with this, until it is called with nothing. */
  answerWith(answer?: FakeAnswer, after?: number): void
  stop(): Promise<void>
  start(): Promise<void>
}

/**
 * A status, a body and headers; or a body in pieces, with a pause before each, of which an unfinished one has no end.
 * `'silence'` never answers, `'hang up'` breaks the connection.
 */
export type FakeAnswer =
  | { status: number; body?: string; headers?: Record<string, string> }
  | { status: number; pieces: readonly string[]; everyMs: number; unfinished?: boolean }
  | 'silence'
  | 'hang up'

type Row = { key: DocumentKey; revision: number; fields?: Record<string, unknown> }

/**
 * Starts the fake on a free port.
 *
 * @param pageSize most changes in one answer. @param betweenChangesMs how far the revisions of two changes are apart
 */
export async function startFakeFeed({ pageSize = 3, betweenChangesMs = 1 } = {}): Promise<FakeFeed> {
  const key = 'a-key-that-reads-content'
  const requests: string[] = []
  const media = new Map<string, string>()
  let rows = new Map<string, Row>()
  let revision = 1_700_000_000_000_000
  let fixed: FakeAnswer | undefined
  let fixedFrom = 0

  const takeRevision = () => (revision += betweenChangesMs * 1_000)
  const write = (name: string, fields?: Record<string, unknown>, taken = takeRevision()) => {
    rows.set(name, { key: keyFrom(name), revision: taken, ...(fields && { fields }) })
  }

  const answer = (request: IncomingMessage): { status: number; body: unknown } => {
    const refusal = refusalFor(request.headers.authorization, key)
    if (refusal) return refusal
    const url = new URL(request.url ?? '', 'http://fake')
    const file = /^\/api\/media\/file\/(.+)$/.exec(url.pathname)?.[1]
    if (file !== undefined) {
      const content = media.get(decodeURIComponent(file))
      return content === undefined ? complaint(404, 'Not Found') : { status: 200, body: content }
    }
    if (url.pathname === FEED_INDEX_PATH) return { status: 200, body: indexOf(rows) }
    if (url.pathname !== FEED_PATH) return complaint(404, 'Not Found')
    const names = url.searchParams.get('documents')
    if (names !== null)
      return {
        status: 200,
        body: split(names.split(',').map((name) => rows.get(name) ?? { key: keyFrom(name), revision: 0 })),
      }
    const limit = Math.min(pageSize, Number(url.searchParams.get('limit') ?? pageSize))
    return {
      status: 200,
      body: changesSince(rows, parseCursor(url.searchParams.get('since') ?? '') ?? START, limit),
    }
  }

  const newServer = () =>
    createServer((request, response) => {
      const now = requests.length >= fixedFrom ? fixed : undefined
      requests.push(request.url ?? '')
      if (now === 'silence') return
      if (now === 'hang up') return void request.socket.destroy()
      if (now && 'pieces' in now) {
        void sendPieces(response, now)
        return
      }
      const { status, body } = now ?? answer(request)
      const headers = now?.headers
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(typeof body === 'object' ? JSON.stringify(body) : (body as string | undefined))
    })

  let server: Server = newServer()
  const port = await listenOn(server, 0, 'none')

  return {
    url: `http://127.0.0.1:${port}`,
    key,
    requests,
    published: () =>
      new Map([...rows].flatMap(([name, { fields }]) => (fields ? [[name, fields] as const] : []))),
    publish: write,
    changeSilently: (name, fields) => {
      rows.set(name, { key: keyFrom(name), revision: rows.get(name)?.revision ?? 0, fields })
    },
    withdraw: (name, taken) => {
      write(name, undefined, taken)
    },
    takeRevision,
    revision: () => revision,
    changedAt: (taken) => [...rows.values()].filter((row) => row.revision === taken).map(({ key }) => key),
    upload: (name, content) => void media.set(name, content),
    file: (name) => media.get(name),
    backup: () => {
      const copy = structuredClone(rows)
      return () => {
        rows = structuredClone(copy)
      }
    },
    answerWith: (next, after = 0) => {
      fixed = next
      fixedFrom = requests.length + after
    },
    stop: async () => {
      server.closeAllConnections()
      await stopListening(server)
    },
    start: async () => {
      server = newServer()
      await listenOn(server, port, 'none')
    },
  }
}

async function sendPieces(
  response: ServerResponse,
  { status, pieces, everyMs, unfinished = false }: Extract<FakeAnswer, { pieces: unknown }>,
): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json' })
  for (const piece of pieces) {
    await wait(everyMs)
    response.write(piece)
  }
  if (!unfinished) response.end()
}

function keyFrom(name: string): DocumentKey {
  const [collection, id] = name.split(':')
  return { collection, id } as DocumentKey
}

function complaint(status: number, message: string) {
  return { status, body: { errors: [{ message }] } }
}

/** Besides the one key that may, the fake knows one whose scopes do not let it read. */
export const KEY_WITHOUT_SCOPE = 'a-key-without-the-scope'

function refusalFor(authorization: string | undefined, key: string) {
  if (authorization === `api-clients API-Key ${key}`) return undefined
  return authorization === `api-clients API-Key ${KEY_WITHOUT_SCOPE}`
    ? complaint(403, 'This key may not read content.')
    : complaint(401, 'Unknown key.')
}

function inOrder(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].sort((a, b) => a.revision - b.revision || (a.key.id < b.key.id ? -1 : 1))
}

function isAfter(row: Row, cursor: Cursor): boolean {
  return row.revision > cursor.revision || (row.revision === cursor.revision && row.key.id > cursor.id)
}

function changesSince(rows: ReadonlyMap<string, Row>, since: Cursor, limit: number) {
  const changed = inOrder(rows).filter((row) => isAfter(row, since))
  const page = changed.slice(0, limit)
  const last = page.at(-1)
  const cursor = formatCursor(last ? { revision: last.revision, id: last.key.id } : since)
  return { cursor, more: changed.length > page.length, ...split(page) }
}

function split(rows: readonly Row[]) {
  return {
    documents: rows.flatMap(({ key, fields }) =>
      fields ? [{ ...key, version: versionOf(fields), fields }] : [],
    ),
    gone: rows.flatMap(({ key, fields }) => (fields ? [] : [key])),
  }
}

function indexOf(rows: ReadonlyMap<string, Row>) {
  const ordered = inOrder(rows)
  const last = ordered.at(-1)
  return {
    cursor: formatCursor(last ? { revision: last.revision, id: last.key.id } : START),
    documents: split(ordered).documents.map(({ collection, id, version }) => ({ collection, id, version })),
  }
}
