import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { Test } from 'supertest'
import type { ApiClient } from '@careword/shared/payload-types.ts'
import { picture, publishedArticle } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

type Headers = Record<string, string>

let cms: TestCms
let feed: Feed
let article: string
let filename: string
/** The header of each kind of caller that may not read the feed. */
let callers: Record<
  'nobody' | 'unknownKey' | 'revokedKey' | 'deletedClient' | 'admin' | 'otherScope',
  Headers
>

beforeAll(async () => {
  cms = await startTestCms()
  feed = readFeed(cms)
  article = (await publishedArticle(cms.payload)).id
  filename = (await picture(cms.payload)).filename ?? ''
  callers = {
    nobody: {},
    unknownKey: keyHeader('0'.repeat(48)),
    revokedKey: await makeKey(['content:read'], (id) =>
      cms.payload.update({ collection: 'api-clients', id, data: { apiKey: null, enableAPIKey: false } }),
    ),
    deletedClient: await makeKey(['content:read'], (id) =>
      cms.payload.delete({ collection: 'api-clients', id }),
    ),
    admin: await cms.logIn(),
    otherScope: await makeKey(['delivery:report', 'publish:trigger']),
  }
})

afterAll(() => cms.close())

function keyHeader(key: string): Headers {
  return { Authorization: `api-clients API-Key ${key}` }
}

/** Makes an API client with a key. @param then what happens to the client after that */
async function makeKey(
  scopes: ApiClient['scopes'],
  then: (id: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<Headers> {
  const apiKey = randomBytes(24).toString('hex')
  const { id } = await cms.payload.create({
    collection: 'api-clients',
    data: { name: scopes.join(), scopes, apiKey, enableAPIKey: true },
  })
  const header = keyHeader(apiKey)
  await feed.get('', header).expect(scopes.includes('content:read') ? 200 : 403)
  await then(id)
  return header
}

async function expectRefusal(call: Test, status: number, message: string): Promise<void> {
  const response = await call
  expect([response.status, response.body]).toEqual([status, { errors: [{ message }] }])
}

const KEY_NEEDED =
  'A key is needed: send the header “Authorization: api-clients API-Key <key>” with the key of an API client of this CMS.'
const SCOPE_NEEDED =
  'This key may not read content. Give its API client the scope “Read published content” in the CMS.'

describe.each<[string, (headers: Headers) => Test]>([
  ['what changed', (headers) => feed.get('', headers)],
  ['named documents', (headers) => feed.get(`documents=articles:${article}`, headers)],
  ['the index', (headers) => feed.getIndex(headers)],
])('asked for %s', (_, ask) => {
  test.each(['nobody', 'unknownKey', 'revokedKey', 'deletedClient', 'admin'] as const)(
    'refuses %s: a key is needed',
    async (name) => {
      await expectRefusal(ask(callers[name]), 401, KEY_NEEDED)
    },
  )

  test('refuses a key without the scope, and says what to do', async () => {
    await expectRefusal(ask(callers.otherScope), 403, SCOPE_NEEDED)
  })

  test('answers a key that has the scope among others, and lets nobody keep the answer', async () => {
    const key = await makeKey(['publish:trigger', 'content:read'])
    const { headers } = await ask(key).expect(200).expect('Content-Type', /json/)
    expect(headers['cache-control']).toBe('no-store')
  })

  test('asks for the key before it looks at the rest', async () => {
    await expectRefusal(feed.get('since=nonsense&limit=x', {}), 401, KEY_NEEDED)
  })
})

describe('a bad request', () => {
  test.each(['nonsense', '12', '-1.', '1.5.a', '.', ' 1.', '1.a b', `${'9'.repeat(17)}.`])(
    'with the cursor “%s” is refused',
    async (cursor) => {
      await expectRefusal(
        feed.get(`since=${encodeURIComponent(cursor)}`),
        400,
        `“${cursor}” is no cursor. Give “since” the “cursor” of an earlier answer, or leave it out to read everything.`,
      )
    },
  )

  test('with an empty cursor is refused, rather than answered with everything', async () => {
    await feed.get('since=').expect(400)
  })

  test.each(['0', '-1', '201', '1.5', 'x', 'Infinity', ''])(
    'with the limit “%s” is refused',
    async (limit) => {
      await expectRefusal(
        feed.get(`limit=${limit}`),
        400,
        `“limit” is a whole number from 1 to 200; “${limit}” came.`,
      )
    },
  )

  test.each([
    '',
    ',',
    Array.from({ length: 201 }, (_, n) => `articles:${String(n).padStart(24, '0')}`).join(),
  ])('that names no documents, or too many, is refused', async (named) => {
    const came = named.split(',').filter(Boolean).length
    await expectRefusal(
      feed.get(`documents=${named}`),
      400,
      `“documents” names 1 to 200 documents; ${came} came.`,
    )
  })

  const ID = '6b04bc2c2a3f3b7d91391422'
  test.each([
    'articles',
    'articles:',
    `:${ID}`,
    'articles:12',
    `articles:${ID.toUpperCase()}`,
    `articles:${ID}:more`,
    'articles:articles',
    `users:${ID}`,
    `removals:${ID}`,
    `Articles:${ID}`,
    `clinic:${ID}`,
    'clinic:crisis',
  ])('that names “%s” is refused', async (name) => {
    await expectRefusal(
      feed.get(`documents=articles:${ID},${name}`),
      400,
      `“${name}” names no document. Write the collection and the id, as in “articles:${ID}”; the id of a global is its name, as in “clinic:clinic”.`,
    )
  })
})

describe('named documents', () => {
  test('are given in the order in which they are named, each once, and the others are gone', async () => {
    const other = (await publishedArticle(cms.payload)).id
    const missing = '0'.repeat(24)
    const named = [
      `articles:${other}`,
      `articles:${missing}`,
      `articles:${article}`,
      `articles:${other}`,
      'search:search',
    ]
    const { body } = (await feed.get(`documents=${named.join()}`).expect(200)) as {
      body: { documents: { id: string }[]; gone: object[] }
    }
    expect(body.documents.map(({ id }) => id)).toEqual([other, article])
    expect(body.gone).toEqual([
      { collection: 'articles', id: missing },
      { collection: 'search', id: 'search' },
    ])
  })

  test('of one collection are not found in another', async () => {
    await feed
      .get(`documents=faqs:${article}`)
      .expect(200, { documents: [], gone: [{ collection: 'faqs', id: article }] })
  })
})

describe('a key for machines', () => {
  test.each([
    ['get', '/api/articles'],
    ['post', '/api/articles'],
    ['get', '/api/users'],
    ['get', '/api/users/me'],
    ['get', '/api/api-clients/me'],
    ['get', '/api/media'],
    ['get', '/api/globals/clinic'],
    ['get', '/api/payload-locked-documents'],
    ['get', '/api/payload-jobs/run'],
    ['post', '/api/graphql'],
    ['get', '/api/site-content-of-others'],
    ['get', '/api/media/files'],
  ] as const)('is refused for %s %s', async (method, path) => {
    await expectRefusal(
      request(cms.url)[method](path).set(cms.publisher),
      403,
      `A key for machines cannot be used at ${path}. See docs/api.md for what it can read.`,
    )
  })

  test('is refused where a detour through an address that it can use leads', async () => {
    await request(cms.url).get('/api/media/file/../../users').set(cms.publisher).expect(403)
    await request(cms.url).get('/api/site-content/%2e%2e/users').set(cms.publisher).expect(403)
  })

  test('is one whatever its case and the space around it', async () => {
    const { Authorization } = cms.publisher
    for (const header of [
      Authorization.toLowerCase(),
      `  ${Authorization}`,
      Authorization.replace(' ', '   '),
    ])
      await request(cms.url).get('/api/articles').set({ Authorization: header }).expect(403)
  })
})

describe('the file of a picture', () => {
  const ask = (headers: Headers) => request(cms.url).get(`/api/media/file/${filename}`).set(headers)

  test('is given for a key that may read content', async () => {
    const response = await ask(cms.publisher).expect(200).expect('Content-Type', 'image/png')
    expect((response.body as Buffer).subarray(1, 4).toString()).toBe('PNG')
  })

  test.each(['nobody', 'unknownKey', 'revokedKey', 'deletedClient', 'otherScope'] as const)(
    'is not given to %s',
    async (name) => {
      await ask(callers[name]).expect(403)
    },
  )
})
