import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { watchConnections } from '@careword/shared/quiet-connections.ts'
import next from 'next'
import { directHandlerOf } from './src/http/direct-api.ts'
import { answerWith } from './src/http/fetch-handler.ts'
import { securityHeaders } from './src/http/security-headers.ts'

/** Serves the CMS as it was built: `next start`, around which saves go straight to Payload. */
const { values } = parseArgs({
  options: {
    hostname: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '3000' },
  },
})
const { hostname } = values
const port = Number(values.port)

const app = next({ dev: false, dir: import.meta.dirname, hostname, port })
const handleByNext = app.getRequestHandler()

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const handler = directHandlerOf(incoming)
  try {
    if (!handler) {
      await handleByNext(incoming, outgoing)
      return
    }
    for (const { key, value } of securityHeaders) outgoing.setHeader(key, value)
    await answerWith(handler, incoming, outgoing)
  } catch (error) {
    // Whoever asked may have gone away while the answer was sent.
    if (outgoing.headersSent) {
      outgoing.destroy()
      return
    }
    console.error(error)
    outgoing.writeHead(500, { 'content-type': 'application/json' })
    const message = 'The CMS could not answer this. Try again in a moment; its log says what went wrong.'
    outgoing.end(JSON.stringify({ errors: [{ message }] }))
  }
}

const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
const cutQuietConnections = watchConnections(server)

async function stop(): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    cutQuietConnections()
  })
  await app.close()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())

await app.prepare()
server.listen(port, hostname)
