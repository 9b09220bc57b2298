import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { startTestCms, TEST_PASSWORD } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const CMS_URL = 'https://cms.example.org'

let cms: TestCms
let setCookie: string
let Cookie: string

beforeAll(async () => {
  cms = await startTestCms({ CMS_URL })
  await cms.logIn()
  const response = await request(cms.url)
    .post('/api/users/login')
    .send({ email: 'admin@example.org', password: TEST_PASSWORD })
    .expect(200)
  setCookie = response.headers['set-cookie']?.[0] ?? ''
  Cookie = setCookie.split(';')[0] ?? ''
})

afterAll(() => cms.close())

test('the login cookie is kept from scripts, other sites and unencrypted connections', () => {
  expect(setCookie.split('; ')).toEqual(
    expect.arrayContaining(['Path=/', 'HttpOnly=true', 'Secure=true', 'SameSite=Lax']),
  )
})

test.each([
  ['the CMS itself', { Origin: CMS_URL }, true],
  ['another site', { Origin: 'https://evil.example' }, false],
  ['another site whose name begins alike', { Origin: `${CMS_URL}.evil.example` }, false],
  ['a page without origin', { Origin: 'null' }, false],
])('it counts in a request from %s with %j: %j', async (_, headers, counts) => {
  const response = await request(cms.url)
    .get('/api/users/me')
    .set({ Cookie, ...headers })
    .expect(200)
  expect((response.body as { user: unknown }).user !== null).toBe(counts)
  await request(cms.url)
    .post('/api/globals/search')
    .set({ Cookie, ...headers })
    .send({ synonyms: [] })
    .expect(counts ? 200 : 403)
})

test('no other site may read an answer', async () => {
  const response = await request(cms.url)
    .get('/api/articles')
    .set('Origin', 'https://evil.example')
    .expect(200)
  expect(response.headers['access-control-allow-origin']).toBeUndefined()
})
