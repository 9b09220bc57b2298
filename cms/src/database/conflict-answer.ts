import type { AfterErrorHook } from 'payload'
import { currentAttempt } from './attempt.ts'
import { isTransientConflict } from './transient-conflict.ts'

export const CONFLICT_STATUS = 409

export const NOTHING_CHANGED = 'Somebody else saved this at the same moment. Nothing was changed; save again.'

const PARTLY_CHANGED =
  'Somebody else saved this at the same moment. A part of your changes may be saved: load the page again and check.'

/**
 * For `hooks.afterError` of the config: answers a conflict of saves with 409 and a sentence instead of the
 * database's own error, and tells `retryConflicts` that the request may be tried again.
 */
export const answerConflict: AfterErrorHook = ({ error, graphqlResult }) => {
  if (!isTransientConflict(error)) return
  const attempt = currentAttempt()
  if (attempt) attempt.conflicted = true
  const message = attempt?.committed ? PARTLY_CHANGED : NOTHING_CHANGED
  if (!graphqlResult) return { response: { errors: [{ message }] }, status: CONFLICT_STATUS }
  return { graphqlResult: { ...graphqlResult, message, extensions: { statusCode: CONFLICT_STATUS } } }
}
