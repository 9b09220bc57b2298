import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { article, picture } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const KEY = 'a-key-for-a-test-0123456789abcdef'

let cms: TestCms
let admin: Editor
let published: string
let file: string

beforeAll(async () => {
  cms = await startTestCms()
  admin = editor(cms, await cms.logIn())
  published = (await admin.createPublished('articles', article())).id
  file = (await picture(cms.payload)).filename ?? ''
})

beforeEach(() => cms.payload.delete({ collection: 'api-clients', where: { name: { equals: 'Machine' } } }))

afterAll(() => cms.close())

async function machine(scopes: string[]): Promise<Editor> {
  const data = { name: 'Machine', scopes, enableAPIKey: true, apiKey: KEY }
  await admin.post('/api/api-clients').send(data).expect(201)
  return editor(cms, { Authorization: `api-clients API-Key ${KEY}` })
}

describe('a key that may read content', () => {
  test('reads the feed and the files of pictures', async () => {
    const reader = await machine(['content:read'])
    await reader.get('/api/site-content').expect(200)
    await reader.get(`/api/media/file/${file}`).expect(200)
  })

  test.each([
    ['get', '/api/articles'],
    ['get', '/api/articles?draft=true'],
    ['get', '/api/media'],
    ['get', '/api/users'],
    ['get', '/api/api-clients'],
    ['get', '/api/api-clients/me'],
    ['get', '/api/payload-locked-documents'],
    ['post', '/api/payload-locked-documents'],
    ['post', '/api/payload-preferences/a'],
    ['get', '/api/globals/clinic'],
    ['post', '/api/globals/clinic'],
    ['post', '/api/articles'],
    ['get', '/api/access'],
    ['post', '/api/graphql'],
    ['get', '/api/media/file/../../articles'],
    ['get', '/api/media/filex'],
    ['get', '/api/site-contents'],
  ] as const)('does nothing else: %s %s', async (method, path) => {
    const reader = await machine(['content:read'])
    const response = await reader[method](path).expect(403)
    expect(response.body).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^A key for machines cannot be used at \/api\S*\. See docs\/api\.md/,
          ),
        },
      ],
    })
  })

  test('cannot come by another way than its header', async () => {
    await machine(['content:read'])
    for (const scheme of ['api-clients API-Key', 'API-CLIENTS api-key', ' api-clients  API-Key'])
      await request(cms.url).get('/api/media').set('Authorization', `${scheme} ${KEY}`).expect(403)
    const response = await request(cms.url)
      .get('/api/users/me')
      .set('Authorization', `users API-Key ${KEY}`)
      .expect(200)
    expect(response.body).toMatchObject({ user: null })
  })
})

test.each([[['delivery:report']], [['publish:trigger']]])(
  'a key with the scopes %j only reads neither the feed nor pictures',
  async (scopes) => {
    const other = await machine(scopes)
    const response = await other.get('/api/site-content').expect(403)
    expect(response.body).toMatchObject({
      errors: [{ message: expect.stringContaining('may not read content') }],
    })
    await other.get(`/api/media/file/${file}`).expect(403)
  },
)

test('a key that is unknown, switched off or deleted opens nothing', async () => {
  const reader = await machine(['content:read'])
  await request(cms.url)
    .get('/api/site-content')
    .set('Authorization', 'api-clients API-Key unknown')
    .expect(401)
  const { docs } = await cms.payload.find({
    collection: 'api-clients',
    where: { name: { equals: 'Machine' } },
  })
  await admin
    .patch(`/api/api-clients/${docs[0]?.id ?? ''}`)
    .send({ enableAPIKey: false })
    .expect(200)
  await reader.get('/api/site-content').expect(401)
})

test('an admin sees which machines there are, but no key again', async () => {
  await machine(['content:read'])
  const response = await admin.get('/api/api-clients?where[name][equals]=Machine').expect(200)
  expect(response.body).toMatchObject({ docs: [{ name: 'Machine', scopes: ['content:read'] }] })
  expect(response.text).not.toContain(KEY)
})

describe('the publisher’s key', () => {
  test('works from the first start on and reads what is published', async () => {
    const response = await request(cms.url)
      .get(`/api/site-content?documents=articles:${published}`)
      .set(cms.publisher)
      .expect(200)
    expect(response.body).toMatchObject({ documents: [{ id: published }] })
  })
})
