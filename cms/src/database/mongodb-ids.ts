import type { BaseDatabaseAdapter, Where } from 'payload'
import { isObjectId } from './object-id.ts'

const QUERIES = [
  'count',
  'countVersions',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateMany',
  'updateOne',
] as const satisfies (keyof BaseDatabaseAdapter)[]

/**
 * Makes a MongoDB adapter find nothing by what is no id in a list of ids, as SQLite does. By itself it fails on it: whoever asks for
 * `where[id][in]=nonsense` would be told that the CMS has failed, and its log would say so.
 */
export function findNothingByOtherIds(adapter: BaseDatabaseAdapter): void {
  for (const name of QUERIES) {
    const query = adapter[name] as (args: { where?: Where }) => Promise<unknown>
    const careful = (args: { where?: Where }): Promise<unknown> =>
      query.call(adapter, args.where ? { ...args, where: withoutOtherIds(args.where) } : args)
    Object.assign(adapter, { [name]: careful })
  }
}

/** What is built in another way than a query Payload refuses or leaves out; it stays as it is. */
function withoutOtherIds<Query>(where: Query): Query {
  if (!isRecord(where)) return where
  const entries = Object.entries(where).map(([path, condition]) => {
    if (Array.isArray(condition)) return [path, condition.map((one: unknown) => withoutOtherIds(one))]
    return [path, path === 'id' && isRecord(condition) ? withIdsOnly(condition) : condition]
  })
  return Object.fromEntries(entries) as Query
}

function withIdsOnly(condition: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(condition).map(([operator, value]) => [
      operator,
      operator === 'in' || operator === 'not_in' ? idsIn(value) : value,
    ]),
  )
}

/** In an address a list is a text with commas. From the driver ids come as what it calls an ObjectId. */
function idsIn(list: unknown): unknown[] {
  const items: unknown = typeof list === 'string' ? list.split(',').map((item) => item.trim()) : list
  return Array.isArray(items) ? items.filter((item) => isObjectId(item) || isIdOfDriver(item)) : []
}

/** Goes by what it says, not by its class: each database package brings a copy of its driver. */
function isIdOfDriver(item: unknown): boolean {
  return isRecord(item) && '_bsontype' in item && item._bsontype === 'ObjectId'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
