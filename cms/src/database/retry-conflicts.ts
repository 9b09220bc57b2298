import { setTimeout as sleep } from 'node:timers/promises'
import { APIError } from 'payload'
import { runAttempt } from './attempt.ts'
import { CONFLICT_STATUS, NOTHING_CHANGED } from './conflict-answer.ts'
import { replayable } from './replayable-request.ts'
import { isTransientConflict } from './transient-conflict.ts'

const MAX_ATTEMPTS = 12
const NO_NEW_ATTEMPT_AFTER_MILLISECONDS = 10_000
const FIRST_PAUSE_IN_MILLISECONDS = 50
const LONGEST_PAUSE_IN_MILLISECONDS = 400
const BODY_LIMIT_IN_BYTES = 32 * 1024 * 1024

export type RetryOptions = {
  /** A request with a longer body is not tried again, so that it need not be kept in memory. Default 32 MiB. */
  bodyLimitBytes?: number
}

/**
 * Wraps an HTTP handler of Payload, REST or GraphQL: a request that failed only because other saves were in the way is
 * tried again a few times, after pauses of random length; if that does not help the answer is 409 with a sentence.
 * Nothing of an aborted transaction was kept, so trying again is safe; a request that committed a part is not repeated.
 * Needs `answerConflict` in the config's `hooks.afterError`: Payload turns errors into responses itself.
 */
export function retryConflicts<Rest extends unknown[]>(
  handler: (request: Request, ...rest: Rest) => Promise<Response>,
  { bodyLimitBytes = BODY_LIMIT_IN_BYTES }: RetryOptions = {},
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const { make, repeatable } = await replayable(request, bodyLimitBytes)
    const mayRetry = retryLimit()
    for (;;) {
      const { response, attempt } = await runAttempt(async (attempt) => ({
        response: await handler(make(), ...rest),
        attempt,
      }))
      if (!attempt.conflicted || attempt.committed) return response
      if (!repeatable || request.signal.aborted || !(await mayRetry())) return conflictResponse(response)
      await response.body?.cancel()
    }
  }
}

/**
 * Does `work` that saves something, and does it again when it failed only because other saves were in the way; for jobs
 * and scripts. `work` is not repeated when a transaction of it was committed.
 * @throws APIError 409 when it does not help; whatever else `work` throws
 */
export async function retryingConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  const mayRetry = retryLimit()
  for (;;) {
    const outcome = await runAttempt(async (attempt) => {
      try {
        return { result: await work() }
      } catch (error) {
        if (attempt.committed || !isTransientConflict(error)) throw error
        return { conflict: error }
      }
    })
    if ('result' in outcome) return outcome.result
    if (!(await mayRetry())) throw new SaveConflictError(outcome.conflict)
  }
}

/** Other saves were in the way of this one until it gave up. Nothing was changed. */
export class SaveConflictError extends APIError {
  /** @param cause the database's error */
  constructor(cause: unknown) {
    super(NOTHING_CHANGED, CONFLICT_STATUS, null, true)
    this.cause = cause
  }
}

/** @returns a function that pauses and says true, or says false when it is time to give up */
function retryLimit(): () => Promise<boolean> {
  const giveUpAt = Date.now() + NO_NEW_ATTEMPT_AFTER_MILLISECONDS
  let attempts = 1
  let longestPause = FIRST_PAUSE_IN_MILLISECONDS
  return async () => {
    if (attempts >= MAX_ATTEMPTS) return false
    const pause = Math.random() * longestPause
    if (Date.now() + pause > giveUpAt) return false
    await sleep(pause)
    attempts += 1
    longestPause = Math.min(longestPause * 2, LONGEST_PAUSE_IN_MILLISECONDS)
    return true
  }
}

/** GraphQL answers with 200 whatever happened. */
function conflictResponse(response: Response): Response {
  if (response.status === CONFLICT_STATUS) return response
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json({ errors: [{ message: NOTHING_CHANGED }] }, { status: CONFLICT_STATUS, headers })
}
