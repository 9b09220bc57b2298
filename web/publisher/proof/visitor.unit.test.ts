import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { createVisitor, ServerSilent } from './visitor.ts'

test('a password in the address is used and never shown', async () => {
  const server = createServer(({ headers }, response) => response.end(headers.authorization))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const visitor = createVisitor(`http://me:hush@127.0.0.1:${port}`, 1_000)
  const { signal } = new AbortController()
  const { body } = await visitor.get('/', signal)
  expect(body.toString()).toBe(`Basic ${Buffer.from('me:hush').toString('base64')}`)
  expect(visitor.address).toBe(`http://me:…@127.0.0.1:${port}`)

  visitor.close()
  server.close()
  await once(server, 'close')
  const refusal: unknown = await visitor.get('/', signal).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ServerSilent)
  expect((refusal as Error).message).toMatch(/^The server at http:\/\/me:…@127\.0\.0\.1:\d+, which/)
})
