import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type ListeningServer = {
  /** For supertest. */
  server: Server
  /** Address without trailing slash, such as `http://127.0.0.1:49152`. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a fetch-style handler on a free port of 127.0.0.1, as Next would, without Next.
 * A handler that throws is answered with 500 and the error's text.
 */
export async function listen(handler: (request: Request) => Promise<Response>): Promise<ListeningServer> {
  const server = createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    server,
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error)
          else resolve()
        })
      })
    },
  }
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    await send(await handler(toRequest(incoming)), outgoing)
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(500).end(error instanceof Error ? error.stack : String(error))
  }
}

function toRequest(incoming: IncomingMessage): Request {
  const { headers: incomingHeaders, method = 'GET', url = '/' } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incomingHeaders)) {
    for (const single of Array.isArray(value) ? value : [value])
      if (single !== undefined) headers.append(name, single)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`http://${incomingHeaders.host ?? '127.0.0.1'}${url}`, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  })
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (response.body) await pipeline(response.body, outgoing)
  else outgoing.end()
}
