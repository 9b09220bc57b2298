import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { listen } from '../testing/http-server.ts'
import type { ListeningServer } from '../testing/http-server.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { sendCommand } from './send-command.ts'

let cms: TestCms
let admin: Editor
let machine: Editor
let publisher: ListeningServer
let received: unknown[]
let answer = (): Response | Promise<Response> => taken()
let statusOf: () => Response

const KEY = 'a-key-for-a-test-0123456789abcdef'
const taken = () => Response.json({ message: 'Taken.' }, { status: 202 })

beforeAll(async () => {
  publisher = await listen(async (request) => {
    const body = await request.text()
    const path = new URL(request.url).pathname
    if (path === '/status') return statusOf()
    if (path !== '/commands') return new Response(null, { status: 404 })
    received.push(new Webhook(cms.environment.NUDGE_SECRET).verify(body, Object.fromEntries(request.headers)))
    return answer()
  })
  cms = await startTestCms({ PUBLISHER_URL: publisher.url })
  admin = editor(cms, await cms.logIn())
  await cms.payload.create({
    collection: 'api-clients',
    data: { name: 'Machine', scopes: ['publish:trigger'], enableAPIKey: true, apiKey: KEY },
  })
  machine = editor(cms, { Authorization: `api-clients API-Key ${KEY}` })
})
beforeEach(() => {
  received = []
  statusOf = () => Response.json({})
})
afterEach(() => {
  answer = taken
})
afterAll(async () => {
  await cms.close()
  await publisher.close()
})

describe('what people have done with the site', () => {
  test.each([
    [{ type: 'publish' }, { type: 'publish' }],
    [{ type: 'rebuild' }, { type: 'rebuild' }],
    [{ type: 'resume' }, { type: 'resume' }],
    [
      { type: 'rollback', release: 40 },
      { type: 'rollback', release: 40 },
    ],
    [{ type: 'rollback' }, { type: 'rollback', release: null }],
  ])('%j reaches the publisher, signed', async (sent, command) => {
    const response = await admin.post('/api/site-actions').send(sent).expect(202)
    expect(received).toEqual([command])
    expect((response.body as { message: string }).message).toMatch(/^[A-Z].*\.$/)
  })

  test.each([
    { type: 'explode' },
    { type: 'rollback', release: -1 },
    { type: 'rollback', release: '40' },
    [],
  ])('%j is refused', async (sent) => {
    const response = await admin.post('/api/site-actions').send(sent).expect(400)
    expect(response.text).toContain('Expected {\\"type\\"')
    expect(received).toEqual([])
  })

  test.each([
    [
      () => Response.json({ errors: [{ message: 'Release 3 is not kept.' }] }, { status: 404 }),
      409,
      'Release 3 is not kept.',
    ],
    [() => new Response('Release 3 is not kept.', { status: 400 }), 409, 'Release 3 is not kept.'],
    [() => new Response(null, { status: 401 }), 502, 'NUDGE_SECRET'],
    [() => new Response('<h1>Oops</h1>', { status: 500 }), 502, 'failed with status 500'],
  ])('what the publisher says is passed on: %#', async (refusal, status, sentence) => {
    answer = refusal
    const response = await admin
      .post('/api/site-actions')
      .send({ type: 'rollback', release: 3 })
      .expect(status)
    expect(response.text).toContain(sentence)
  })
})

describe('a command that takes the publisher long', () => {
  const sendInVain = async () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    answer = () => promise
    const outcome = await sendCommand({ type: 'rebuild' }, cms.payload, 100)
    resolve(taken())
    return outcome
  }

  test('is taken when the publisher tells its status meanwhile', async () => {
    expect(await sendInVain()).toEqual({ taken: true })
    expect(received).toEqual([{ type: 'rebuild' }])
  })

  test('has failed when the publisher does not', async () => {
    statusOf = () => new Response(null, { status: 500 })
    expect(await sendInVain()).toMatchObject({ taken: false, status: 504 })
  })
})

describe('a trigger for programs', () => {
  test.each([
    [{}, { type: 'publish' }],
    [{ everything: false }, { type: 'publish' }],
    [{ everything: true }, { type: 'rebuild' }],
  ])('%j', async (sent, command) => {
    const response = await machine.post('/api/site-publish').send(sent).expect(202)
    expect(received).toEqual([command])
    expect(response.body).toMatchObject({ outcome: '/api/site-publish' })
    await machine.get('/api/site-publish').expect(200)
  })

  test('what is misspelt is refused', async () => {
    const response = await machine.post('/api/site-publish').send({ all: true }).expect(400)
    expect(response.text).toContain('all')
  })
})
