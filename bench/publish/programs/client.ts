import { Agent, request } from 'node:http'

/** An answer, read to its end. */
export type Answer = { status: number; body: Buffer; etag: string | undefined }

/** Speaks HTTP over one connection that stays open, so that no figure holds the making of connections. */
export type Client = {
  send: (
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string },
  ) => Promise<Answer>
  close: () => void
}

const PATIENCE_MS = 60_000

/** @param origin such as `http://127.0.0.1:4321` */
export function createClient(origin: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const sendOnce: Client['send'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, origin), { agent, method, headers, timeout: PATIENCE_MS })
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        const wasIdle = outgoing.reusedSocket && error.code === 'ECONNRESET'
        reject(wasIdle ? new IdleConnectionClosed(error.message, { cause: error }) : error)
      })
      outgoing.once('timeout', () => {
        outgoing.destroy(new Error(`${method} ${path} was not answered in ${PATIENCE_MS / 1000} s.`))
      })
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const { statusCode: status = 0, headers } = response
          resolve({ status, body: Buffer.concat(chunks), etag: headers.etag })
        })
      })
      outgoing.end(body)
    })
  return {
    close: () => {
      agent.destroy()
    },
    async send(path, options) {
      try {
        return await sendOnce(path, options)
      } catch (error) {
        if (!(error instanceof IdleConnectionClosed)) throw error
        return sendOnce(path, options)
      }
    },
  }
}

/** A server closes a connection that nobody used for some seconds, perhaps at the very moment when it is used again. */
class IdleConnectionClosed extends Error {}

/**
 * Sends and reads JSON.
 *
 * @throws Error that quotes an answer that is not one of success
 */
export async function sendJson(
  client: Client,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<unknown> {
  const answer = await client.send(path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = answer.body.toString('utf8')
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}

const LONGEST_WAIT_MS = 600_000
const PAUSE_MS = 1
const sleeper = new Int32Array(new SharedArrayBuffer(4))

/**
 * Asks for a page again and again, a millisecond after each answer, until it shows a mark. As a browser does, it tells the
 * version that it has, so that the server sends the page once and not all the time, which would take its share of the processor.
 *
 * @returns the page
 * @throws Error when it never does
 */
export function untilShown(client: Client, path: string, mark: string): Promise<Buffer> {
  return until(client, path, `show “${mark}”`, ({ status, body }) => status === 200 && body.includes(mark))
}

/** The same, until it is answered with a status. */
export function untilAnswered(client: Client, path: string, status: number): Promise<Buffer> {
  return until(client, path, `answer with ${status}`, (answer) => answer.status === status)
}

async function until(
  client: Client,
  path: string,
  what: string,
  isSo: (answer: Answer) => boolean,
): Promise<Buffer> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  let headers: Record<string, string> = {}
  while (performance.now() < deadline) {
    const answer = await client.send(path, { headers })
    if (isSo(answer)) return answer.body
    if (answer.etag !== undefined) headers = { 'if-none-match': answer.etag }
    // A timer waits for a millisecond at least; this sleeps, and leaves the processor to the others.
    Atomics.wait(sleeper, 0, 0, PAUSE_MS)
  }
  throw new Error(`${path} did not ${what} within ${LONGEST_WAIT_MS / 1000} s.`)
}
