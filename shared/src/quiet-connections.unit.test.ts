import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { watchConnections } from './quiet-connections.ts'

let server: Server
let cut: () => void
let answers: ServerResponse[]
let sockets: Socket[]

beforeEach(async () => {
  answers = []
  sockets = []
  server = createServer((_, response) => {
    answers.push(response)
    response.write('half of it, ')
  })
  cut = watchConnections(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
})

/** Opens a connection and says something on it. */
async function open(words: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  const isThere = once(server, 'connection')
  await once(socket, 'connect')
  await isThere
  socket.write(words)
  return socket
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

test.each([
  ['nothing was asked', ''],
  ['half a question was asked', REQUEST.slice(0, 20)],
])('a server that is closed does not wait for a connection on which %s', async (_, words) => {
  const socket = await open(words)
  const closed = once(server, 'close')
  server.close()
  cut()
  await closed
  expect(socket.bytesRead).toBe(0)
})

test('nor for one that was answered, but its answer comes whole', async () => {
  const socket = await open(REQUEST)
  const received = text(socket)
  await once(server, 'request')
  const closed = once(server, 'close')
  server.close()
  cut()
  answers[0]?.end('and the other half')
  await once(answers[0] ?? server, 'close')
  cut()
  await closed
  expect(await received).toContain('and the other half')
})
