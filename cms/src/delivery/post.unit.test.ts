import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { post } from './post.ts'

const PATIENCE_MS = 5000
const message = {
  body: '{"text":"“Grüße”"}',
  headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** @returns its address, and the connections that were made to it */
async function listen(answer: RequestListener): Promise<{ url: string; connections: Socket[] }> {
  const connections: Socket[] = []
  const started = createServer(answer)
  server = started
  started.on('connection', (socket) => connections.push(socket))
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(started.address() as AddressInfo).port}/nudge`, connections }
}

test('what is posted arrives, and its status comes back, over one connection', async () => {
  const received: unknown[] = []
  const { url, connections } = await listen((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { 'content-type': type, 'webhook-id': id } = request.headers
      received.push([request.method, type, id, Buffer.concat(parts).toString('utf8')])
      response.writeHead(received.length === 1 ? 202 : 401).end('An answer that nobody reads.')
    })
  })
  expect(await post(url, message, PATIENCE_MS)).toBe(202)
  expect(await post(url, message, PATIENCE_MS)).toBe(401)
  expect(received).toEqual(Array(2).fill(['POST', 'application/json', 'msg_1', message.body]))
  expect(connections).toHaveLength(1)
})

test('a connection that the other side has closed meanwhile is made anew', async () => {
  let count = 0
  const { url, connections } = await listen((request, response) => {
    request.resume()
    count += 1
    if (count === 2) request.socket.destroy()
    else response.writeHead(202).end()
  })
  expect(await post(url, message, PATIENCE_MS)).toBe(202)
  expect(await post(url, message, PATIENCE_MS)).toBe(202)
  expect(connections).toHaveLength(2)
})

test('who hangs up on a new connection is not asked again', async () => {
  let count = 0
  const { url } = await listen((request) => {
    count += 1
    request.socket.destroy()
  })
  await expect(post(url, message, PATIENCE_MS)).rejects.toThrow('socket hang up')
  expect(count).toBe(1)
})

test('who never answers is given up, and who does not listen is named', async () => {
  const { url } = await listen(() => undefined)
  await expect(post(url, message, 50)).rejects.toThrow('it did not answer in time')
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
  await expect(post(url, message, PATIENCE_MS)).rejects.toThrow('ECONNREFUSED')
})
