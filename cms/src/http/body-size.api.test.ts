import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { paragraph, richText, words } from '../testing/rich-text.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let headers: Record<string, string>

beforeAll(async () => {
  cms = await startTestCms()
  headers = await cms.logIn()
  staff = editor(cms, headers)
})

afterAll(() => cms.close())

/** A text of about so many bytes, in paragraphs of 1 kB. */
function textOf(kilobytes: number) {
  return richText(...Array.from({ length: kilobytes }, () => paragraph('calm words '.repeat(84))))
}

const ways: [string, (data: object) => ReturnType<Editor['post']>][] = [
  ['JSON', (data) => staff.post('/api/articles').send(data)],
  ['the admin’s form', (data) => staff.post('/api/articles').field('_payload', JSON.stringify(data))],
]

describe.each(ways)('an article sent as %s', (_, send) => {
  test('with a text of 200 kB is saved whole and published', async () => {
    const body = textOf(200)
    const response = await send(article({ body, _status: 'published' })).expect(201)
    const { id } = (response.body as { doc: { id: string } }).doc
    expect(await staff.read('articles', id)).toMatchObject({ body, _status: 'published' })
  })

  test.each(['published', 'draft'] as const)('with a text of over 2 MB is refused: %s', async (_status) => {
    const data = article({ body: textOf(2100), _status })
    const response = await send(data).expect(400)
    expect(response.body).toMatchObject({
      errors: [
        {
          data: {
            errors: [
              {
                path: 'body',
                message: expect.stringMatching(
                  /^“Text” is too long: it takes 2\.\d MB, and at most 2 MB fit\. Split it into several documents\.$/,
                ),
              },
            ],
          },
        },
      ],
    })
    const found = await staff.get(`/api/articles?draft=true&where[title][equals]=${data.title}`).expect(200)
    expect(found.body).toMatchObject({ totalDocs: 0 })
  })
})

test('a published text stays as it was when the new one is too long', async () => {
  const { id } = await staff.createPublished('articles', article({ body: words('Good.') }))
  await staff
    .patch(`/api/articles/${id}`)
    .send({ body: textOf(2100), _status: 'published' })
    .expect(400)
  await staff
    .patch(`/api/articles/${id}?draft=true`)
    .send({ body: textOf(2100) })
    .expect(400)
  expect(await staff.readNewest('articles', id)).toMatchObject({ body: words('Good.') })
})

test('what no document can have is refused before it is read, whoever sends it', async () => {
  const response = await editor(cms)
    .post('/api/users/login')
    .send({ email: 'a'.repeat(13 * 1024 * 1024) })
    .expect(413)
  expect(response.body).toEqual({
    errors: [{ message: 'This is too large: at most 12 MB can be sent at once. Nothing was changed.' }],
  })
})

test('a body of unknown length is counted while it comes', async () => {
  const status = await new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${cms.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    })
    outgoing.on('response', ({ statusCode }) => {
      resolve(statusCode)
      outgoing.destroy()
    })
    outgoing.on('error', reject)
    for (let sent = 0; sent < 13; sent += 1) outgoing.write(' '.repeat(1024 * 1024))
    outgoing.end('{}')
  })
  expect(status).toBe(413)
})

test('a body of unknown length that fits is read', async () => {
  const body = JSON.stringify(article())
  const response = await fetch(`${cms.url}/api/articles?draft=true`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(201)
})
