import { expect, test } from '@jest/globals'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { ObjectId } from 'mongodb'
import type { Payload, Where } from 'payload'
import { databaseAdapter } from './database-adapter.ts'

const ID = '6b04bc2c2a3f3b7d91391422'

/** What MongoDB is asked for. */
async function queryFor(where: Where): Promise<unknown> {
  const asked: unknown[] = []
  const config = { slug: 'articles', fields: [], flattenedFields: [{ name: 'slug', type: 'text' }] }
  const payload = { collections: { articles: { config } }, config: {} } as unknown as Payload
  const databaseUri = 'mongodb://nowhere.invalid/careword?replicaSet=rs0'
  const adapter = databaseAdapter({ databaseUri, dataDirectory: '', migrations: [] }).init({ payload })
  const countDocuments = (query: unknown) => Promise.resolve(asked.push(query))
  Object.assign(adapter as unknown as MongooseAdapter, { collections: { articles: { countDocuments } } })
  await adapter.count({ collection: 'articles', where })
  return JSON.parse(JSON.stringify(asked[0]))
}

const among = (...ids: string[]) => ({ _id: { $in: ids.map((id) => new ObjectId(id).toHexString()) } })

test.each<[string, Where, object]>([
  ['one that is none', { id: { in: ['nonsense'] } }, among()],
  ['one that is none, in an address', { id: { in: 'nonsense' } }, among()],
  ['one that is none beside an id', { id: { in: ['nonsense', ID] } }, among(ID)],
  ['the same in an address', { id: { in: `nonsense, ${ID}` } }, among(ID)],
  ['what is no text', { id: { in: [7, null, ID] } }, among(ID)],
  ['ids as the driver has them', { id: { in: [new ObjectId(ID), {}] } }, among(ID)],
  ['ids that are not meant', { id: { not_in: ['nonsense', ID] } }, { _id: { $nin: [ID] } }],
  [
    'one within other conditions',
    { and: [{ or: [{ id: { in: ['nonsense'] } }, { slug: { in: ['nonsense'] } }] }] },
    { $and: [{ $or: [among(), { slug: { $in: ['nonsense'] } }] }] },
  ],
])('MongoDB is asked for ids only: %s', async (_, where, query) => {
  expect(await queryFor(where)).toEqual(query)
})
