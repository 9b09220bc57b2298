import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { CmsFailed, CmsRefusedKey, CmsUnreachable, NotAFeed } from './feed-errors.ts'

/** How to reach the CMS. */
export type CmsAccess = {
  /** Address without a slash at the end. */
  cmsUrl: string
  apiKey: string
  /** How long the CMS may say nothing, in milliseconds. An answer that comes piece by piece takes as long as it needs. */
  timeoutMs: number
  /** How long to wait before each further try after a passing failure, in milliseconds. */
  retryDelaysMs: readonly number[]
}

/** What is asked for. */
export type CmsRequest = {
  /** Path and query below the address of the CMS. */
  path: string
  /** The error for the answer 404. */
  missing: (said: string) => Error
  /** Ends the request, with its reason as the error. */
  signal?: AbortSignal | undefined
}

/** An answer that went well. */
export type CmsAnswer = {
  /** What its `Content-Type` says. */
  contentType: string | null
  body: AsyncIterable<Uint8Array>
}

/**
 * Sends a GET request with the key and gives what `read` makes of the answer.
 *
 * A connection that broke and an answer that says “try again” (429, 502, 503, 504) are tried again a few times, since both pass
 * within a second when a proxy or the CMS is restarted. A CMS that is down is not: whoever calls decides how long to wait for it.
 *
 * @throws CmsUnreachable, CmsRefusedKey, NotAFeed, CmsFailed, or the error for what is missing
 */
export async function requestCms<Answer>(
  access: CmsAccess,
  request: CmsRequest,
  read: (answer: CmsAnswer) => Promise<Answer>,
): Promise<Answer> {
  for (const delayMs of access.retryDelaysMs) {
    try {
      return await tryOnce(access, request, read)
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error
    }
    await wait(delayMs)
  }
  try {
    return await tryOnce(access, request, read)
  } catch (error) {
    throw error instanceof PassingFailure ? error.reason : error
  }
}

class PassingFailure extends Error {
  readonly reason: Error
  constructor(reason: Error) {
    super(reason.message)
    this.reason = reason
  }
}

async function tryOnce<Answer>(
  access: CmsAccess,
  request: CmsRequest,
  read: (answer: CmsAnswer) => Promise<Answer>,
): Promise<Answer> {
  const silence = new AbortController()
  const timer = setTimeout(() => {
    silence.abort(new DOMException('The CMS says nothing', 'TimeoutError'))
  }, access.timeoutMs)
  try {
    const response = await fetch(access.cmsUrl + request.path, {
      headers: { authorization: `api-clients API-Key ${access.apiKey}` },
      redirect: 'manual',
      signal: request.signal ? AbortSignal.any([silence.signal, request.signal]) : silence.signal,
    })
    if (!response.ok) throw await refusalOf(response, access, request)
    return await read({
      contentType: response.headers.get('content-type'),
      body: heard(response.body ?? [], timer),
    })
  } catch (error) {
    throw explain(error, access)
  } finally {
    clearTimeout(timer)
  }
}

/** The same pieces; the timer begins anew with each. */
async function* heard(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  timer: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    timer.refresh()
    yield piece
  }
}

const TRY_AGAIN_STATUSES = new Set([429, 502, 503, 504])

async function refusalOf(response: Response, { cmsUrl }: CmsAccess, request: CmsRequest): Promise<Error> {
  const { status } = response
  const said = await messageIn(response)
  if (status === 401)
    return new CmsRefusedKey(
      `The CMS at ${cmsUrl} does not know the key (401). PUBLISHER_API_KEY must be the API key of an API client in that CMS.`,
    )
  if (status === 403)
    return new CmsRefusedKey(
      `The CMS at ${cmsUrl} knows the key in PUBLISHER_API_KEY but does not let it read the content (403)` +
        `${said || '. Its API client needs the scope “content:read”, which an admin can give it in the CMS'}.`,
    )
  if (status === 404) return request.missing(said)
  if (status >= 300 && status < 400)
    return new NotAFeed(
      `${cmsUrl} sends requests on to ${response.headers.get('location')}. Set CMS_URL to the address of the CMS itself.`,
    )
  const failure = new CmsFailed(`The CMS at ${cmsUrl} answered with the error ${status}${said}.`)
  return TRY_AGAIN_STATUSES.has(status) ? new PassingFailure(failure) : failure
}

const errorBodySchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

/** What the CMS said, as a part of a sentence; nothing when the body is no error of Payload. */
async function messageIn(response: Response): Promise<string> {
  const text = await response.text()
  try {
    const body = errorBodySchema.parse(JSON.parse(text))
    return `: ${body.errors.map(({ message }) => message.replace(/\.$/, '')).join('; ')}`
  } catch {
    // A proxy's HTML page says nothing that the status does not.
    return ''
  }
}

const BROKEN_CONNECTION = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'there is no way to the host',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
}

type Nested = { code?: string; message: string; cause?: Nested; errors?: Nested[] }

/** `fetch` hides the reason in a cause, and gives a list of them when a host has several addresses. */
function innermost(error: Nested): Nested {
  const inner = error.cause ?? error.errors?.[0]
  return error.code !== undefined || inner === undefined ? error : innermost(inner)
}

/** Why a request could not be sent or answered, as a part of a sentence. @param error what `fetch` threw */
export function reasonOf(error: Error): string {
  const { code = '', message } = innermost(error as Nested)
  return REASONS[code] ?? message
}

function explain(error: unknown, { cmsUrl, timeoutMs }: CmsAccess): unknown {
  const { name } = error as Error
  const hint = 'Is it running? CMS_URL says where it is.'
  if (name === 'TimeoutError')
    return new CmsUnreachable(`The CMS at ${cmsUrl} said nothing for ${timeoutMs / 1000} seconds. ${hint}`, {
      cause: error,
    })
  if (name !== 'TypeError') return error
  const { code = '' } = innermost(error as Nested)
  const unreachable = new CmsUnreachable(
    `The CMS at ${cmsUrl} does not answer: ${reasonOf(error as Error)}. ${hint}`,
    { cause: error },
  )
  return BROKEN_CONNECTION.has(code) ? new PassingFailure(unreachable) : unreachable
}
