import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoServerError } from 'mongodb'
import type { Payload } from 'payload'
import { databaseAdapter } from './database-adapter.ts'

test('MongoDB is connected when all collections are there with their indexes, those of globals too', async () => {
  const made: string[] = []
  const model = (name: string, failure?: Error) => ({
    init: async () => {
      await sleep(10)
      made.push(name)
      if (failure) throw failure
    },
  })
  const known = new MongoServerError({ message: 'An existing index has the same name', code: 86 })
  const databaseUri = 'mongodb://nowhere.invalid/careword?replicaSet=rs0'
  const payload = { config: { collections: [], globals: [] } } as unknown as Payload
  const adapter = databaseAdapter({ databaseUri, dataDirectory: '', migrations: [] }).init({ payload })
  Object.assign(adapter as unknown as MongooseAdapter, {
    connection: {
      openUri: () => {
        made.push('connection')
        return Promise.resolve()
      },
      getClient: () => ({ options: { replicaSet: 'rs0' } }),
      models: { clinic: model('clinic'), crisis: model('crisis', known), articles: model('articles') },
    },
  })
  await adapter.connect?.()
  expect(made).toEqual(['connection', 'clinic', 'crisis', 'articles'])
})
