import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { listenOn, stopListening } from '../listen.ts'

/** What it answers at an address; a text is a page. */
export type FakePage = string | { status: number; body?: string | Buffer; headers?: Record<string, string> }

/** A server that visitors use, in memory. */
export type FakeWeb = {
  readonly url: string
  /** By address. A test changes it as it likes; what is not there is not found. */
  readonly pages: Map<string, FakePage>
  /** Addresses that were asked for. */
  readonly asked: string[]
  /** How many connections were made. */
  readonly connections: () => number
  /** Answers nothing until it is set to false. */
  isSilent: boolean
  stop(): Promise<void>
  start(): Promise<void>
}

export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Starts it on a free port. */
export async function startFakeWeb(): Promise<FakeWeb> {
  const pages = new Map<string, FakePage>()
  const asked: string[] = []
  let connections = 0
  const newServer = () =>
    createServer((request, response) => {
      const path = decodeURI(request.url ?? '')
      asked.push(path)
      if (web.isSilent) return
      const page = pages.get(path) ?? { status: 404, body: 'Not found' }
      const { status, body, headers } =
        typeof page === 'string' ? { status: 200, body: page, headers: {} } : page
      response.writeHead(status, headers).end(body)
    }).on('connection', () => (connections += 1))
  let server = newServer()
  const port = await listenOn(server, 0, 'none')
  const web: FakeWeb = {
    url: `http://127.0.0.1:${port}`,
    pages,
    asked,
    connections: () => connections,
    isSilent: false,
    async stop() {
      server.closeAllConnections()
      await stopListening(server)
    },
    async start() {
      server = newServer()
      await listenOn(server, port, 'none')
    },
  }
  return web
}
