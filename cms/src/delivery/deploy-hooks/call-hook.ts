import { reasonOf } from '../reason-of.ts'
import type { DeployHook } from './hook-config.ts'

const TIMEOUT_MS = 10_000
const LONGEST_RETRY_AFTER_MS = 60 * 60 * 1000
const REQUEST_TIMEOUT = 408
const TOO_MANY_REQUESTS = 429

/** What became of a call. `error` never holds the address or the token. */
export type CallOutcome =
  | { answered: true }
  | {
      answered: false
      error: string
      /** Whether the same call may succeed later. */
      isPassing: boolean
      /** How long the host wants to be left alone, in milliseconds. */
      retryAfterMs?: number | undefined
    }

/** Calls a deploy hook, once. */
export async function callHook(hook: DeployHook, now = Date.now()): Promise<CallOutcome> {
  const { url, ...request } = requestOf(hook)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...request,
    })
    await response.body?.cancel()
    if (response.ok) return { answered: true }
    const { status, headers } = response
    return {
      answered: false,
      error: `it answered with status ${status}`,
      isPassing: status >= 500 || status === REQUEST_TIMEOUT || status === TOO_MANY_REQUESTS,
      retryAfterMs: retryAfter(headers.get('retry-after'), now),
    }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    const reason = isLate ? `it did not answer within ${TIMEOUT_MS / 1000} seconds` : reasonOf(error)
    return { answered: false, error: withoutSecrets(reason, hook), isPassing: true }
  }
}

function requestOf(hook: DeployHook): { url: string; headers: Record<string, string>; body?: string } {
  const headers = { 'User-Agent': 'Careword' }
  if (hook.kind !== 'github') return { url: hook.url, headers }
  return {
    url: `${hook.api.replace(/\/+$/, '')}/repos/${hook.repository}/dispatches`,
    headers: {
      ...headers,
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${hook.token}`,
      'Content-Type': 'application/json',
      'X-GitHub-Api-Version': '2022-11-28',
    },
    body: JSON.stringify({ event_type: hook.event }),
  }
}

/** A header `Retry-After` holds seconds, or a date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS)
}

function withoutSecrets(text: string, hook: DeployHook): string {
  const secret = hook.kind === 'github' ? hook.token : hook.url
  return text.replaceAll(secret, '…')
}
