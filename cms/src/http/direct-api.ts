import type { IncomingMessage } from 'node:http'
import { processWide } from '../database/process-wide.ts'
import type { FetchHandler } from './fetch-handler.ts'

/** Set within Next, where Payload runs, and used by the server around it. */
const held = processWide('http.direct-api', (): { handler?: FetchHandler } => ({}))

/** Lets requests that write reach Payload's REST handlers directly, from when it is ready. */
export function openDirectApi(handler: FetchHandler): void {
  held.handler = handler
}

const WRITING = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])

/**
 * What answers a request without Next: what is saved over the REST API. On the way through Next's routing a save waits for 2 to
 * 3 ms, and longer when the server had nothing to do for a while.
 *
 * @returns undefined for what is Next's to answer
 */
export function directHandlerOf({
  method = '',
  url = '',
}: Pick<IncomingMessage, 'method' | 'url'>): FetchHandler | undefined {
  const isWrite = WRITING.has(method) && url.startsWith('/api/') && !url.startsWith('/api/graphql')
  return isWrite ? held.handler : undefined
}
