import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { hasDrafts, publicCollections } from '@careword/shared/public-fields.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { transactionOf } from '../database/after-commit.ts'
import type { RequestOfTransaction } from '../database/after-commit.ts'
import { keepsDeletedReferences } from '../database/deleted-references.ts'
import { processWide } from '../database/process-wide.ts'
import { publicForm } from '../feed/public-form.ts'
import { isPublic } from './main-row.ts'
import type { MainRow } from './main-row.ts'

/** What a transaction has written of a document. */
type Written = {
  /** What its main row says of its being public. */
  row: MainRow
  /**
   * The version that the publisher was told of. Undefined when it was told of none: the document is not public, or was not the
   * first that the transaction wrote, or the forecast was not sent.
   */
  forecast: string | undefined
}

/**
 * Tells the publisher what a document will be when the transaction is committed. It must not keep the document, parts of which go
 * on to change.
 *
 * @returns whether it was sent
 */
export type Foretell = (document: PublicDocument, payload: Payload) => boolean

/** By `keyOf` the document. */
export type WrittenDocuments = ReadonlyMap<string, Written>

/** By session: whatever ends a session takes along what was written in it. */
const writtenBySession = processWide('publication.written', () => new WeakMap<object, Map<string, Written>>())

/**
 * Makes a database remember, for the length of a transaction, the rows of public documents that it writes. It gives each back
 * after the write, so that nobody has to read it again: not to find out whether it is public, and not to tell the publisher.
 */
export function rememberingWrittenDocuments(
  database: DatabaseAdapterObj,
  foretell: Foretell,
): DatabaseAdapterObj {
  return {
    ...database,
    init: (args) => {
      const adapter = database.init(args)
      rememberWrittenDocuments(adapter, foretell)
      return adapter
    },
  }
}

function rememberWrittenDocuments(adapter: BaseDatabaseAdapter, foretell: Foretell): void {
  const { payload } = adapter
  const updateOne = adapter.updateOne.bind(adapter)
  const create = adapter.create.bind(adapter)
  adapter.updateOne = async (args) => {
    const row: unknown = await updateOne(args)
    await remember(payload, args, row, foretell)
    return row
  }
  adapter.create = async (args) => {
    const row: unknown = await create(args)
    await remember(payload, args, row, foretell)
    return row
  }
  // What is deleted may empty fields of others, and these do not say which rows they change.
  const updateMany = adapter.updateMany.bind(adapter)
  const deleteOne = adapter.deleteOne.bind(adapter)
  const deleteMany = adapter.deleteMany.bind(adapter)
  adapter.updateMany = async (args) => {
    await forgetAll(payload, args)
    return updateMany(args)
  }
  adapter.deleteOne = async (args) => {
    await forgetAll(payload, args)
    return (await deleteOne(args)) as unknown
  }
  adapter.deleteMany = async (args) => {
    await forgetAll(payload, args)
    return deleteMany(args)
  }
}

/** What the transaction of `req` has written and will write; undefined without a transaction. */
export async function writtenDocuments(req: RequestOfTransaction): Promise<WrittenDocuments | undefined> {
  const session = await transactionOf(req)
  return session && session !== 'ended' ? writtenIn(session) : undefined
}

type Write = { collection: string; select?: unknown; req?: Partial<PayloadRequest> }

async function remember(
  payload: Payload,
  { collection, select, req }: Write,
  row: unknown,
  foretell: Foretell,
): Promise<void> {
  if (!isPublicCollection(collection) || !req) return
  const session = await transactionOf({ ...req, payload })
  if (!session || session === 'ended') return
  const written = writtenIn(session)
  // A row that was not given back, or not all of it, tells nothing.
  if (!isRow(row) || select !== undefined) {
    written.clear()
    return
  }
  const { id, _status = null, deletedAt = null, revision = null, slug = null } = row
  const key = { collection, id }
  const isFirst = written.size === 0 || (written.size === 1 && written.has(keyOf(key)))
  // The publisher is brought no more than one.
  const document = isFirst ? documentOf(payload, key, row) : undefined
  // The starter content is no news.
  const isForecast = document !== undefined && req.context?.seeding !== true && foretell(document, payload)
  const forecast = isForecast ? document.version : undefined
  written.set(keyOf(key), { row: { id, _status, deletedAt, revision, slug }, forecast })
  // Else it would leave with the answer to the save: all the way there this thread waits for nothing.
  if (isForecast) await yieldToOthers()
}

function documentOf(
  payload: Payload,
  key: DocumentKey & { collection: PublicCollection },
  row: MainRow & Record<string, unknown>,
): PublicDocument | undefined {
  if (!isPublic(row, hasDrafts(key.collection)) || keepsDeletedReferences(payload)) return undefined
  return publicForm(key, payload.collections[key.collection].config.flattenedFields, row)
}

async function forgetAll(payload: Payload, { collection, req }: Write): Promise<void> {
  // Locks and jobs, which are deleted at each save, are not referred to.
  if (!req || !isPublicCollection(collection)) return
  const session = await transactionOf({ ...req, payload })
  if (session && session !== 'ended') writtenBySession.get(session)?.clear()
}

function writtenIn(session: object): Map<string, Written> {
  const written = writtenBySession.get(session) ?? new Map<string, Written>()
  writtenBySession.set(session, written)
  return written
}

function isPublicCollection(collection: string): collection is PublicCollection {
  return (publicCollections as readonly string[]).includes(collection)
}

function isRow(row: unknown): row is MainRow & Record<string, unknown> {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string'
}
