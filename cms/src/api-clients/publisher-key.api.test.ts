import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { ensurePublisherKey } from './publisher-key.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})

afterAll(() => cms.close())

async function statusWith(key: string): Promise<number> {
  const response = await request(cms.url)
    .get('/api/site-content')
    .set('Authorization', `api-clients API-Key ${key}`)
  return response.status
}

async function clients() {
  const { docs } = await cms.payload.find({ collection: 'api-clients' })
  return docs.map(({ id, name, scopes }) => ({ id, name, scopes }))
}

test('a start with the same key changes nothing', async () => {
  const before = await clients()
  expect(before).toEqual([
    { id: expect.any(String), name: 'Publisher', scopes: ['content:read', 'delivery:report'] },
  ])
  await ensurePublisherKey(cms.payload, cms.environment.PUBLISHER_API_KEY)
  expect(await clients()).toEqual(before)
  expect(await statusWith(cms.environment.PUBLISHER_API_KEY)).toBe(200)
})

test('a start with another key shuts out the old one', async () => {
  const before = await clients()
  await ensurePublisherKey(cms.payload, 'another-key-0123456789abcdef0123456789')
  expect(await statusWith('another-key-0123456789abcdef0123456789')).toBe(200)
  expect(await statusWith(cms.environment.PUBLISHER_API_KEY)).toBe(401)
  expect(await clients()).toEqual(before)
})

test('a start switches the key on again', async () => {
  const [publisher] = await clients()
  await cms.payload.update({
    collection: 'api-clients',
    id: publisher?.id ?? '',
    data: { enableAPIKey: false },
  })
  expect(await statusWith(cms.environment.PUBLISHER_API_KEY)).toBe(401)
  await ensurePublisherKey(cms.payload, cms.environment.PUBLISHER_API_KEY)
  expect(await statusWith(cms.environment.PUBLISHER_API_KEY)).toBe(200)
})
