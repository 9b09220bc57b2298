import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { withoutPassword } from '@careword/shared/environment.ts'

/** What a visitor is answered: for a redirect where it leads; the body as a browser sees it, without the compression of the way. */
export type Answer = { status: number; location: string | undefined; body: Buffer }

/** Looks at the site as visitors do. */
export type Visitor = {
  /** Of the server that is looked at, without a slash at the end; a password in it is hidden. */
  readonly address: string
  /** @param path such as `/articles/a/`. @throws ServerSilent when there is no answer, whatever the path */
  get(path: string, signal: AbortSignal): Promise<Answer>
  /** Ends the connections that are kept. */
  close(): void
}

/** The server that visitors use does not answer. The message is a sentence. */
export class ServerSilent extends Error {
  override readonly name = 'ServerSilent'
}

/** How many addresses are asked for at the same time. */
export const AT_ONCE = 8

/**
 * @param address of the server, without a slash at the end
 * @param timeoutMs how long it may be silent
 */
export function createVisitor(address: string, timeoutMs: number): Visitor {
  const shownAddress = withoutPassword(address)
  const isHttps = address.startsWith('https:')
  // `fetch` is slow on its first call. Over connections that are kept a page takes less than a millisecond on one machine.
  const agent = new (isHttps ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: AT_ONCE })
  const send = isHttps ? httpsRequest : httpRequest

  const ask = (path: string, signal: AbortSignal) =>
    new Promise<Answer>((resolve, reject) => {
      const request = send(
        new URL(address + path),
        { agent, signal, timeout: timeoutMs, headers: { 'accept-encoding': 'br, gzip' } },
        (response) => {
          read(response).then(resolve, reject)
        },
      )
      request.on('timeout', () => {
        request.destroy(new TimedOut(`nothing came within ${timeoutMs / 1000} seconds`))
      })
      request.on('error', (error) => {
        reject(request.reusedSocket && isBroken(error) ? new KeptTooLong() : error)
      })
      request.end()
    })

  return {
    address: shownAddress,
    async get(path, signal) {
      for (;;) {
        try {
          return await ask(path, signal)
        } catch (error) {
          // The server may end a connection that was kept in the moment in which it is used again.
          if (error instanceof KeptTooLong) continue
          throw new ServerSilent(
            `The server at ${shownAddress}, which visitors use, does not answer: ${reasonOf(error as Error)}. ` +
              'Is it running? PROOF_URL says where it is.',
            { cause: error },
          )
        }
      }
    },
    close() {
      agent.destroy()
    },
  }
}

class TimedOut extends Error {}
class KeptTooLong extends Error {}

function isBroken({ code = '' }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE'
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNRESET: 'the connection broke',
  ABORT_ERR: 'it takes too long',
}

/** Of a host with several addresses, the error holds one error for each. */
function reasonOf(error: Error & { code?: string; errors?: Error[] }): string {
  return REASONS[error.code ?? ''] ?? (error.message || reasonOf(error.errors?.[0] ?? new Error('no reason')))
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part)
  const body = Buffer.concat(parts)
  const { location, 'content-encoding': encoding } = response.headers
  return { status: response.statusCode ?? 0, location, body: await decoded(body, encoding) }
}

const decoders: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
}

/** What cannot be decoded is given as it came: it is not what was published either way. */
async function decoded(body: Buffer, encoding = ''): Promise<Buffer> {
  return decoders[encoding]?.(body).catch(() => body) ?? body
}
