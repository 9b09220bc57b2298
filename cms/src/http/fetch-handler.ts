import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Answers a request as the Fetch standard describes both. */
export type FetchHandler = (request: Request) => Promise<Response>

/**
 * Answers a request of Node's with a fetch-style handler; one that names no web address, with the status 400. When the caller goes away, the request's signal says so.
 *
 * @throws what the handler throws, before anything is sent, and what keeps the answer from being sent
 */
export async function answerWith(
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const address = addressOf(incoming)
  await send(address ? await handler(toRequest(address, incoming, gone.signal)) : noAddress(), outgoing)
}

/** Undefined when no request can have it: with a port that does not exist, or with a name and password in it. */
function addressOf({ headers, url = '/' }: IncomingMessage): URL | undefined {
  const address = URL.parse(`http://${headers.host ?? '127.0.0.1'}${url}`)
  return address?.username === '' && address.password === '' ? address : undefined
}

function noAddress(): Response {
  const message = 'The request’s header “Host” and its path make no web address.'
  return Response.json({ errors: [{ message }] }, { status: 400 })
}

function toRequest(address: URL, incoming: IncomingMessage, signal: AbortSignal): Request {
  const { headers: incomingHeaders, method = 'GET' } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incomingHeaders)) {
    for (const single of Array.isArray(value) ? value : [value])
      if (single !== undefined) headers.append(name, single)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(address, {
    method,
    headers,
    signal,
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
