import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { editor } from '../../testing/editor.ts'
import type { Editor } from '../../testing/editor.ts'
import { listen } from '../../testing/http-server.ts'
import type { ListeningServer } from '../../testing/http-server.ts'
import { article } from '../../testing/sample-documents.ts'
import { startTestCms } from '../../testing/start-test-cms.ts'
import type { TestCms } from '../../testing/start-test-cms.ts'
import { overviewFor } from '../testing/dashboard.ts'
import { deployHooksSchema, idOfHook } from './hook-config.ts'
import type { DeployHook } from './hook-config.ts'
import type { HookInWords } from './describe-hooks.ts'
import { readHookState } from './hook-states.ts'
import { startDeployHooks } from './scheduler.ts'

type Received = { path: string; method: string; headers: Headers; body: string }

let host: ListeningServer
let received: Received[]
let answers: (() => Response)[]
/** The answer to whoever asks for `/hangs`, which may never come. */
let hanging: PromiseWithResolvers<Response>
let cms: TestCms
let staff: Editor
let hook: DeployHook

beforeEach(async () => {
  received = []
  answers = []
  hanging = Promise.withResolvers()
  host = await listen(async (request) => {
    const { headers, method, url } = request
    const path = new URL(url).pathname
    received.push({ path, method, headers, body: await request.text() })
    if (path === '/hangs') return hanging.promise
    return answers.shift()?.() ?? new Response(null, { status: 201 })
  })
})
afterEach(async () => {
  hanging.resolve(new Response(null, { status: 201 }))
  await cms.close()
  await host.close()
})

async function start(values: object = {}, ...others: object[]): Promise<DeployHook[]> {
  const given = [values, ...others].map((one) => ({
    kind: 'netlify',
    url: `${host.url}/secret`,
    waitSeconds: 0.2,
    retrySeconds: 0.05,
    ...one,
  }))
  const hooks = deployHooksSchema.parse(JSON.stringify(given))
  const [first] = hooks
  if (!first) throw new Error('There is no hook.')
  hook = first
  cms = await startTestCms({ DEPLOY_HOOKS: hooks })
  staff = editor(cms, await cms.logIn())
  // Only then do they stand for something that is new.
  for (const one of hooks) await readHookState(cms.payload, idOfHook(one))
  return hooks
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20)
}

const state = () => readHookState(cms.payload, idOfHook(hook))
const settled = () =>
  until(async () => {
    const { calls, nextTryAt } = await state()
    return calls > 0 && !nextTryAt
  })
const words = async (): Promise<HookInWords | undefined> => (await overviewFor(staff)).hooks[0]
const publish = () => staff.createPublished('articles', article())

test('a burst of publishes ends in one call', async () => {
  await start({ waitSeconds: 1 })
  expect(await words()).toMatchObject({ name: 'Netlify', sentence: 'Not called yet' })
  await Promise.all(Array.from({ length: 8 }, publish))
  expect((await words())?.sentence).toMatch(/^Not called yet; next call at /)
  await settled()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ path: '/secret', method: 'POST', body: '' })
  expect((await words())?.sentence).toMatch(/^Called at \d\d:\d\d:\d\d$/)
})

test('publishing without an end cannot keep it from being called', async () => {
  await start({ waitSeconds: 30, longestWaitSeconds: 30 })
  await publish()
  const { covers } = await state()
  const long = new Date(Date.now() - 30_000).toISOString()
  await cms.payload.db.updateMany({
    collection: 'deliveries',
    where: { revision: { greater_than: covers } },
    data: { queuedAt: long },
  })
  await publish()
  await until(() => received.length === 1)
  expect(received).toHaveLength(1)
})

test('a host that does not answer keeps no other waiting', async () => {
  const [, second] = await start({}, { url: `${host.url}/hangs` })
  if (!second) throw new Error('There is no second hook.')
  answers = [() => new Response(null, { status: 500 })]
  await publish()
  await until(() => received.filter(({ path }) => path === '/secret').length === 2)
  expect(received.filter(({ path }) => path === '/hangs')).toHaveLength(1)
  // It is still waited for.
  expect(await readHookState(cms.payload, idOfHook(second))).toMatchObject({ calls: 1, failures: 0 })
})

test('GitHub is asked to dispatch an event', async () => {
  await start({ kind: 'github', url: undefined, repository: 'clinic/site', token: 'a-token', api: host.url })
  await publish()
  await settled()
  const [call] = received
  expect(call).toMatchObject({ path: '/repos/clinic/site/dispatches', method: 'POST' })
  expect(JSON.parse(call?.body ?? '')).toEqual({ event_type: 'careword-publish' })
  expect(call?.headers.get('authorization')).toBe('Bearer a-token')
  expect(call?.headers.get('accept')).toBe('application/vnd.github+json')
  expect(call?.headers.get('user-agent')).toBe('Careword')
})

describe('a call that fails', () => {
  test.each([429, 500, 503])('with status %d is repeated', async (status) => {
    await start()
    answers = [() => new Response(null, { status }), () => new Response(null, { status })]
    await publish()
    await settled()
    expect(received).toHaveLength(3)
    expect(await words()).toMatchObject({ isTroubled: false })
  })

  test('is repeated when the host asks for it, not before', async () => {
    await start()
    answers = [() => new Response(null, { status: 503, headers: { 'Retry-After': '600' } })]
    await publish()
    await until(async () => Boolean((await state()).lastError))
    const { nextTryAt } = await state()
    expect(Date.parse(nextTryAt ?? '') - Date.now()).toBeGreaterThan(500_000)
    expect(await words()).toMatchObject({ isTroubled: true })
    expect((await words())?.sentence).toContain(
      'but it answered with status 503; it never succeeded so far; next call at',
    )
  })

  test('with status 404 is not repeated, until something changes again', async () => {
    await start()
    answers = [() => new Response(null, { status: 404 })]
    await publish()
    await settled()
    expect((await words())?.sentence).toMatch(/but it answered with status 404; it never succeeded so far$/)
    expect(received).toHaveLength(1)
    await publish()
    await until(() => received.length === 2)
    await settled()
    expect(await words()).toMatchObject({ isTroubled: false })
  })

  test('tells nobody the address', async () => {
    await start({ url: 'http://127.0.0.1:9/secret' })
    await publish()
    await until(async () => Boolean((await state()).lastError))
    const told = JSON.stringify([await overviewFor(staff), await state()])
    expect(told).not.toContain('secret')
  })
})

test('what the CMS could not do before it was stopped is done at the next start', async () => {
  await start({ waitSeconds: 600, longestWaitSeconds: 600 })
  await publish()
  // As if it had been stopped in the middle of a call.
  await cms.payload.db.updateOne({
    collection: 'deploy-hook-states',
    id: idOfHook(hook),
    data: { nextTryAt: new Date().toISOString() },
  })
  startDeployHooks(cms.payload)
  await settled()
  expect(received).toHaveLength(1)
})

test('a person and a program can ask for a call, though the publisher here does not run', async () => {
  await start()
  await staff.post('/api/site-actions').send({ type: 'rebuild' }).expect(503)
  await settled()
  expect(received).toHaveLength(1)
  const apiKey = 'a-key-for-a-test-0123456789abcdef'
  await cms.payload.create({
    collection: 'api-clients',
    data: { name: 'Machine', scopes: ['publish:trigger'], enableAPIKey: true, apiKey },
  })
  const machine = editor(cms, { Authorization: `api-clients API-Key ${apiKey}` })
  const response = await machine.post('/api/site-publish').send({}).expect(202)
  expect((response.body as { message: string }).message).toContain('1 deploy hook is about to be called.')
  await until(() => received.length === 2)
  expect(received).toHaveLength(2)
})
