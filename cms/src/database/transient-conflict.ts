const MONGODB_WRITE_CONFLICT = 112
const CONFLICTS = new Set(['DatabaseBusyError', 'DocumentChangedError'])
const DEEPEST_CAUSE = 10

/**
 * True when `error`, or an error that it wraps, says that other saves were in the way: nothing of the transaction
 * was kept, and the same work may succeed when it is tried again.
 */
export function isTransientConflict(error: unknown): boolean {
  let cause = error
  for (let depth = 0; cause instanceof Error && depth < DEEPEST_CAUSE; depth++) {
    if (saysConflict(cause)) return true
    cause = causeOf(cause)
  }
  return false
}

/** True when MongoDB itself says that another transaction changed a document first; not of what else may pass, such as an outage. */
export function isWriteConflict(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === MONGODB_WRITE_CONFLICT
}

/** Goes by what an error says, not by its class: each database package brings a copy of its driver. */
function saysConflict(error: Error): boolean {
  if (CONFLICTS.has(error.name)) return true
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string') return /^SQLITE_(?:BUSY|LOCKED)/.test(code)
  return isWriteConflict(error) || hasTransientLabel(error)
}

function hasTransientLabel(error: Error): boolean {
  const labels = 'errorLabels' in error ? error.errorLabels : undefined
  return Array.isArray(labels) && labels.includes('TransientTransactionError')
}

/** GraphQL keeps what it wraps in `originalError`. */
function causeOf(error: Error): unknown {
  return error.cause ?? ('originalError' in error ? error.originalError : undefined)
}
