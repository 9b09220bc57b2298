import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { answerWith } from '../http/fetch-handler.ts'
import type { FetchHandler } from '../http/fetch-handler.ts'

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
export async function listen(handler: FetchHandler): Promise<ListeningServer> {
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
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    await answerWith(handler, incoming, outgoing)
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(500).end(error instanceof Error ? error.stack : String(error))
  }
}
