import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from '@jest/globals'
import { answerWith } from './fetch-handler.ts'
import type { FetchHandler } from './fetch-handler.ts'

let server: Server | undefined

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
})

/** @returns the address, and what was thrown by then */
async function serve(handler: FetchHandler): Promise<{ url: string; thrown: unknown[] }> {
  const thrown: unknown[] = []
  const listening = createServer((incoming, outgoing) => {
    answerWith(handler, incoming, outgoing).catch((error: unknown) => {
      thrown.push(error)
      outgoing.writeHead(500).end()
    })
  })
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, thrown }
}

test('the request arrives whole, and so does the answer', async () => {
  const { url } = await serve(async (request) => {
    const headers = new Headers({
      'x-seen': `${request.method} ${request.url} ${request.headers.get('x-a')}`,
    })
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2; Path=/')
    return new Response((await request.text()).toUpperCase(), { status: 201, headers })
  })
  const body = 'é calm words '.repeat(20_000)
  const answer = await fetch(`${url}/api/articles?depth=0`, {
    method: 'PATCH',
    body,
    headers: { 'x-a': 'here' },
  })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('x-seen')).toBe(`PATCH ${url}/api/articles?depth=0 here`)
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2; Path=/'])
  expect(await answer.text()).toBe(body.toUpperCase())
})

test('an answer may have no body', async () => {
  const { url } = await serve(() => Promise.resolve(new Response(null, { status: 204 })))
  const answer = await fetch(url, { method: 'DELETE' })
  expect([answer.status, await answer.text()]).toEqual([204, ''])
})

test('the signal tells when the caller has gone away, and not when it was answered', async () => {
  let signal: AbortSignal | undefined
  let answer: () => void = () => undefined
  const { url } = await serve((request) => {
    ;({ signal } = request)
    return new Promise((resolve) => {
      answer = () => {
        resolve(new Response('done'))
      }
      if (request.url.endsWith('/quick')) answer()
    })
  })
  await (await fetch(`${url}/quick`, { method: 'POST', body: '{}' })).text()
  expect(signal?.aborted).toBe(false)

  const outgoing = httpRequest(`${url}/slow`, { method: 'POST' })
  outgoing.on('error', () => undefined)
  outgoing.end('{}')
  const before = signal
  while (signal === before) await new Promise((resolve) => setTimeout(resolve, 5))
  const isGone = new Promise((resolve) => signal?.addEventListener('abort', resolve))
  outgoing.destroy()
  await isGone
  answer()
})

test('what the handler throws is the caller’s to answer', async () => {
  const { url, thrown } = await serve(() => Promise.reject(new Error('no')))
  expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(500)
  expect(thrown).toEqual([new Error('no')])
})

test.each(['a:99999', 'a b', 'name:password@a', 'a:b:c'])(
  'a request to the host “%s”, which cannot exist, is refused',
  async (host) => {
    const { url, thrown } = await serve(() => Promise.reject(new Error('no')))
    const outgoing = httpRequest(`${url}/api/users/login`, { method: 'POST', headers: { host } })
    outgoing.end('{}')
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(400)
    expect(JSON.parse(await text(answer))).toEqual({
      errors: [{ message: 'The request’s header “Host” and its path make no web address.' }],
    })
    expect(thrown).toEqual([])
  },
)
