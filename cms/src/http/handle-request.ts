import { retryConflicts } from '../database/retry-conflicts.ts'
import { limitBody } from './body-size.ts'
import { refuseMachineElsewhere } from './machine-paths.ts'

/**
 * Everything that stands between a request and Payload's handler, the same in the server and in tests: what is refused
 * before it is read, and the retries of saves that were in each other's way.
 */
export function handleRequest<Rest extends unknown[]>(
  handler: (request: Request, ...rest: Rest) => Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  const retrying = retryConflicts(handler)
  return async (request, ...rest) => {
    const refusal = refuseMachineElsewhere(request)
    if (refusal) return refusal
    const limited = await limitBody(request)
    return limited instanceof Response ? limited : retrying(limited, ...rest)
  }
}
