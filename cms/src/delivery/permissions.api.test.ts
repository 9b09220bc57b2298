import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ApiClient, User } from '@careword/shared/payload-types.ts'
import { editor } from '../testing/editor.ts'
import { startTestCms, TEST_PASSWORD } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { site } from './testing/publisher.ts'

type Caller = 'nobody' | 'author' | 'reviewer' | 'publisher' | 'admin' | 'reader' | 'reporter' | 'trigger'

let cms: TestCms
let callers: Record<Caller, Record<string, string>>

beforeAll(async () => {
  cms = await startTestCms()
  const person = (role: NonNullable<User['roles']>[number]) => cms.logIn(`${role}@example.org`, [role])
  callers = {
    nobody: {},
    author: await person('author'),
    reviewer: await person('reviewer'),
    publisher: await person('publisher'),
    admin: await person('admin'),
    reader: await machine('content:read'),
    reporter: await machine('delivery:report'),
    trigger: await machine('publish:trigger'),
  }
})
afterAll(() => cms.close())

async function machine(scope: ApiClient['scopes'][number]): Promise<Record<string, string>> {
  const apiKey = `key-for-${scope}-0123456789abcdef0123456789`
  await cms.payload.create({
    collection: 'api-clients',
    data: { name: scope, scopes: [scope], enableAPIKey: true, apiKey },
  })
  return { Authorization: `api-clients API-Key ${apiKey}` }
}

const report = { reports: [], site: site() }

/** The status that each caller gets; whom a row leaves out gets the last one. */
const requests: [string, object | undefined, Partial<Record<Caller, number>>, number][] = [
  [
    '/api/site-deliveries',
    report,
    { reporter: 204, nobody: 401, author: 401, reviewer: 401, publisher: 401, admin: 401 },
    403,
  ],
  [
    '/api/site-deliveries/pending',
    undefined,
    { reporter: 200, nobody: 401, author: 401, reviewer: 401, publisher: 401, admin: 401 },
    403,
  ],
  [
    '/api/site-deliveries/recent',
    undefined,
    { author: 200, reviewer: 200, publisher: 200, admin: 200, nobody: 401 },
    403,
  ],
  [
    '/api/site-deliveries/document?collection=clinic&id=clinic',
    undefined,
    { author: 200, reviewer: 200, publisher: 200, admin: 200, nobody: 401 },
    403,
  ],
  // Nobody listens where commands go, so those who may give one learn that.
  ['/api/site-actions', { type: 'rebuild' }, { publisher: 503, admin: 503, nobody: 401 }, 403],
  [
    '/api/site-publish',
    {},
    { trigger: 503, nobody: 401, author: 401, reviewer: 401, publisher: 401, admin: 401 },
    403,
  ],
  [
    '/api/site-publish',
    undefined,
    { trigger: 200, nobody: 401, author: 401, reviewer: 401, publisher: 401, admin: 401 },
    403,
  ],
]

describe.each(requests)('%s with %j', (path, body, statuses, otherwise) => {
  test('is for those who may, and tells the others why not', async () => {
    for (const [caller, headers] of Object.entries(callers)) {
      const client = editor(cms, headers)
      const response = body ? await client.post(path).send(body) : await client.get(path)
      expect([caller, response.status]).toEqual([caller, statuses[caller as Caller] ?? otherwise])
      const isExplained = response.status < 400 || /"message":"[A-Z“].*[.!]"/.test(response.text)
      expect([caller, isExplained]).toEqual([caller, true])
    }
  })
})

test('rows and states are to be had nowhere else', async () => {
  const admin = editor(cms, callers.admin)
  await admin.get('/api/deliveries').expect(403)
  await admin.get('/api/deploy-hook-states').expect(403)
  await admin.get('/api/globals/site-status').expect(403)
})

test('another site cannot use the login of a person', async () => {
  const login = await request(cms.url)
    .post('/api/users/login')
    .send({ email: 'admin@example.org', password: TEST_PASSWORD })
    .expect(200)
  const Cookie = login.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const act = (Origin: string, type: string) =>
    request(cms.url)
      .post('/api/site-actions')
      .set({ Cookie, Origin, 'Content-Type': type })
      .send('{"type":"rebuild"}')
  await act('https://evil.example', 'application/json').expect(401)
  await act(cms.environment.CMS_URL, 'text/plain').expect(415)
  await act(cms.environment.CMS_URL, 'application/json').expect(503)
})
