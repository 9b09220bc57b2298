import { describe, expect, test } from '@jest/globals'
import { MongoServerError } from 'mongodb'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { databaseAdapter } from './database-adapter.ts'

/** The adapter of the product, whose database answers every change and every commit with the same error. */
function adapterThatMeets(error: Error): MongooseAdapter {
  const config = { slug: 'articles', fields: [], flattenedFields: [] }
  const payload = { collections: { articles: { config } }, config: {} } as unknown as Payload
  const databaseUri = 'mongodb://nowhere.invalid/careword?replicaSet=rs0'
  const adapter = databaseAdapter({ databaseUri, dataDirectory: '', migrations: [] }).init({ payload })
  const refuse = () => Promise.reject(error)
  return Object.assign(adapter as unknown as MongooseAdapter, {
    collections: { articles: { create: refuse, findOneAndUpdate: refuse } },
    sessions: { open: { inTransaction: () => true, commitTransaction: refuse } },
  })
}

const ways: [string, (adapter: MongooseAdapter) => Promise<unknown>][] = [
  ['a new document', (adapter) => adapter.create({ collection: 'articles', data: {} })],
  ['a change', (adapter) => adapter.updateOne({ collection: 'articles', id: 'a', data: {} })],
  ['a commit', (adapter) => adapter.commitTransaction('open')],
]

describe.each(ways)('MongoDB refuses %s', (_, write) => {
  test('because of another one that came first: the error says so in words for people, and is no failure', async () => {
    const conflict = new MongoServerError({ message: 'WriteConflict', code: 112 })
    await expect(write(adapterThatMeets(conflict))).rejects.toMatchObject({
      name: 'DocumentChangedError',
      message: 'Somebody else saved this at the same moment. Nothing was changed; save again.',
      status: 409,
      isPublic: true,
      cause: conflict,
    })
  })

  test('for another reason: the error stays as it is', async () => {
    const outage = new MongoServerError({
      message: 'not primary',
      code: 10107,
      errorLabels: ['TransientTransactionError'],
    })
    await expect(write(adapterThatMeets(outage))).rejects.toBe(outage)
  })
})
