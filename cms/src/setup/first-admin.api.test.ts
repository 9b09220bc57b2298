import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { setupLink } from './setup-link.ts'

const ACCOUNT = { name: 'First', email: 'first@example.org', password: 'a long enough password' }
const OPEN_THE_LINK =
  'The first account is made through the setup link that the start of the CMS printed. Open that link first.'

let cms: TestCms

beforeEach(async () => {
  cms = await startTestCms()
})

afterEach(() => cms.close())

const register = (headers: Record<string, string> = {}, data: object = ACCOUNT) =>
  request(cms.url).post('/api/users/first-register').set(headers).send(data)

/** Opens the setup link as a browser does. @returns the cookie that it keeps */
async function openLink(token: string): Promise<string> {
  const response = await request(cms.url).get(`/api/setup?token=${token}`).redirects(0)
  return response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

async function countUsers(): Promise<number> {
  return (await cms.payload.count({ collection: 'users' })).totalDocs
}

test('the setup link leads to the first account, which is an admin and logged in', async () => {
  const opened = await request(cms.url)
    .get(`/api/setup?token=${cms.environment.SETUP_TOKEN}`)
    .redirects(0)
    .expect(303)
  expect(opened.headers).toMatchObject({
    location: '/admin/create-first-user',
    'cache-control': 'no-store',
    'set-cookie': [
      expect.stringMatching(/^careword-setup=\w+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600$/),
    ],
  })
  const Cookie = await openLink(cms.environment.SETUP_TOKEN)
  const response = await register({ Cookie }, { ...ACCOUNT, roles: ['author'], id: 'mine' }).expect(200)
  expect(response.body).toMatchObject({ user: { email: ACCOUNT.email, roles: ['admin'] } })
  const loggedIn = response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const me = await request(cms.url)
    .get('/api/users/me')
    .set({ Cookie: loggedIn, Origin: cms.environment.CMS_URL })
    .expect(200)
  expect(me.body).toMatchObject({
    user: { name: 'First', roles: ['admin'], id: expect.stringMatching(/^[0-9a-f]{24}$/) },
  })
})

describe('without the setup link there is no first account', () => {
  test.each<[string, Record<string, string>]>([
    ['no cookie', {}],
    ['a wrong token', { Cookie: `careword-setup=${'0'.repeat(48)}` }],
    ['a token of another length', { Cookie: 'careword-setup=0' }],
    [
      'a forged address',
      { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', Forwarded: 'for=127.0.0.1' },
    ],
    ['a forged host', { 'X-Forwarded-Host': 'localhost:3000', Origin: 'http://localhost:3000' }],
  ])('%s', async (_, headers) => {
    const response = await register(headers).expect(403)
    expect(response.body).toEqual({ errors: [{ message: OPEN_THE_LINK }] })
    expect(await countUsers()).toBe(0)
  })

  test('GraphQL has no such door, and its others are shut', async () => {
    const query =
      'mutation { createUser(data: { name: "x", email: "x@example.org", password: "long enough", roles: [admin] }) { id } }'
    const response = await request(cms.url).post('/api/graphql').send({ query }).expect(200)
    expect(response.body).toMatchObject({ errors: [{ extensions: { statusCode: 403 } }] })
    const schema = await request(cms.url)
      .post('/api/graphql')
      .send({ query: '{ __schema { mutationType { fields { name } } } }' })
    expect(schema.text).not.toMatch(/first/i)
    expect(await countUsers()).toBe(0)
  })
})

test('a wrong setup link is refused in a sentence', async () => {
  const response = await request(cms.url).get('/api/setup?token=wrong').redirects(0).expect(403)
  expect(response.text).toContain('This setup link is not valid.')
  expect(response.headers['set-cookie']).toBeUndefined()
  expect(await openLink('')).toBe('')
})

test.each([
  ['no password', { ...ACCOUNT, password: '' }],
  ['no name', { ...ACCOUNT, name: '' }],
  ['no e-mail address', { ...ACCOUNT, email: 'first' }],
  ['nothing', {}],
])('a first account with %s is refused, and the door stays open', async (_, account) => {
  const Cookie = await openLink(cms.environment.SETUP_TOKEN)
  const refused = await register({ Cookie }, account)
  expect(refused.status).toBe(400)
  expect(await countUsers()).toBe(0)
  await register({ Cookie }).expect(200)
})

describe('once there is an account', () => {
  test('the door is shut for good, also to the right token', async () => {
    const Cookie = await openLink(cms.environment.SETUP_TOKEN)
    await register({ Cookie }).expect(200)
    const response = await register({ Cookie }, { ...ACCOUNT, email: 'second@example.org' }).expect(403)
    expect(response.body).toEqual({
      errors: [{ message: 'There is an account already. Log in, or ask an admin for an account.' }],
    })
    expect(await countUsers()).toBe(1)
  })

  test('two who use the link at once make one account', async () => {
    const Cookie = await openLink(cms.environment.SETUP_TOKEN)
    const emails = ['one@example.org', 'two@example.org', 'three@example.org']
    await Promise.all(emails.map((email) => register({ Cookie }, { ...ACCOUNT, email })))
    expect(await countUsers()).toBe(1)
  })

  test('the link leads to the login, and is not printed any more', async () => {
    const { SETUP_TOKEN } = cms.environment
    expect(await setupLink(cms.payload, 'https://cms.example.org', SETUP_TOKEN)).toBe(
      `https://cms.example.org/setup?token=${SETUP_TOKEN}`,
    )
    await cms.logIn()
    expect(await setupLink(cms.payload, 'https://cms.example.org', SETUP_TOKEN)).toBeUndefined()
    const response = await request(cms.url).get(`/api/setup?token=${SETUP_TOKEN}`).redirects(0).expect(303)
    expect(response.headers.location).toBe('/admin/login')
    expect(response.headers['set-cookie']).toBeUndefined()
  })
})
