import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createClient } from './client.ts'

let server: Server
/** What was asked, by the number of the connection. */
let asked: [connection: number, path: string][]

/** @param resets the answers instead of which the connection is closed, counted from 1 */
async function serve(...resets: number[]): Promise<string> {
  const connections: unknown[] = []
  asked = []
  server = createServer((request, response) => {
    const { socket } = request
    if (!connections.includes(socket)) connections.push(socket)
    asked.push([connections.indexOf(socket), request.url ?? ''])
    if (resets.includes(asked.length)) socket.resetAndDestroy()
    else response.end(request.url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test('a connection that the server has closed while nobody used it is opened anew', async () => {
  const client = createClient(await serve(2))
  const answers = [await client.send('/1'), await client.send('/2'), await client.send('/3')]
  client.close()
  expect(answers.map(({ body }) => body.toString())).toEqual(['/1', '/2', '/3'])
  expect(asked).toEqual([
    [0, '/1'],
    [0, '/2'],
    [1, '/2'],
    [1, '/3'],
  ])
})

test('a connection that is closed at its first use is a failure', async () => {
  const client = createClient(await serve(1))
  await expect(client.send('/1')).rejects.toThrow('ECONNRESET')
  client.close()
})
