import { Agent, request as httpRequest } from 'node:http'
import { Agent as SecureAgent, request as httpsRequest } from 'node:https'
import type { SignedMessage } from '@careword/shared/signed-message.ts'

const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) }

/**
 * Posts a message over a connection that stays open. It is on its way before this returns to the event loop, while `fetch`
 * in Next takes several turns of it, which a save that is being answered shares.
 *
 * @param url `http:` or `https:`
 * @returns the status of the answer, whose body is not read
 * @throws what keeps it from being sent or answered in time
 */
export async function post(url: string, message: SignedMessage, timeoutMs: number): Promise<number> {
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    return await postOnce(url, message, deadline)
  } catch (error) {
    // The other side may close a connection that nobody used at the very moment when it is used again.
    if (!(error instanceof ConnectionWasClosed)) throw error
    return postOnce(url, message, deadline)
  }
}

class ConnectionWasClosed extends Error {}

function postOnce(url: string, { body, headers }: SignedMessage, deadline: AbortSignal): Promise<number> {
  const isSecure = new URL(url).protocol === 'https:'
  return new Promise((resolve, reject) => {
    const outgoing = (isSecure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: agents[isSecure ? 'https:' : 'http:'],
      signal: deadline,
    })
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (deadline.aborted) reject(new Error('it did not answer in time'))
      else if (outgoing.reusedSocket && error.code === 'ECONNRESET')
        reject(new ConnectionWasClosed(error.message, { cause: error }))
      // Of a name that stands for several addresses there is an error for each, and no message.
      else reject(error.message === '' ? new Error(error.code) : error)
    })
    outgoing.once('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    outgoing.end(body)
  })
}
