import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { CommitFailedError } from './commit-failed-error.ts'
import { ConcurrentChanges } from './concurrent-changes.ts'
import type { Span } from './concurrent-changes.ts'
import { DocumentChangedError } from './document-changed-error.ts'
import { watchDocumentChanges } from './document-changes.ts'

/** What Payload's operations find in `sessions` by the id of a transaction. */
type Session = { db: unknown; resolve: () => Promise<void>; reject: () => Promise<void>; span: Span }

class RolledBack extends Error {}

/**
 * Replaces the transactions of Payload's SQLite adapter by ones whose commit tells when it failed, and refuses to
 * overwrite what others changed meanwhile. The adapter's own swallow a failing COMMIT, so that a save would be
 * confirmed that never happened.
 */
export function useHonestTransactions(adapter: SQLiteAdapter): void {
  const sessions: Record<string, Session> = (adapter.sessions = {})
  const changes = new ConcurrentChanges()

  watchDocumentChanges(adapter, {
    changing: async (document, req) => {
      const span = sessions[String(await req?.transactionID)]?.span
      if (!span || !changes.overlaps(span, [document])) return
      // Whoever catches this error must not be able to commit.
      span.changed.add(document)
      throw new DocumentChangedError()
    },
    changed: async (document, req) => {
      const span = sessions[String(await req?.transactionID)]?.span
      if (span) span.changed.add(document)
      else changes.committed([document])
    },
  })
  adapter.beginTransaction = async () => {
    // Payload may be opening the database anew, after a change of the code in development.
    await adapter.initializing
    const id = randomUUID()
    sessions[id] = await startSession(adapter, changes)
    return id
  }
  adapter.commitTransaction = async (id) => {
    const session = take(sessions, await id)
    if (session) await commit(session, changes)
  }
  adapter.rollbackTransaction = async (id) => {
    await take(sessions, await id)?.reject()
  }
}

/** Removes the session first: whoever shares the transaction must not use it while it ends. */
function take(sessions: Record<string, Session>, id: number | string): Session | undefined {
  const session = sessions[id]
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Payload's own functions read this record
  delete sessions[id]
  return session
}

async function commit(session: Session, changes: ConcurrentChanges): Promise<void> {
  // The transaction has held the only writer since its first write, so nobody commits between this check and the COMMIT.
  if (changes.overlaps(session.span)) {
    await session.reject()
    throw new DocumentChangedError()
  }
  try {
    await session.resolve()
  } catch (error) {
    throw new CommitFailedError(error)
  }
  changes.committed(session.span.changed)
}

/** Drizzle offers a transaction only around one function, so that function waits for the end of Payload's operation. */
async function startSession(adapter: SQLiteAdapter, changes: ConcurrentChanges): Promise<Session> {
  const { promise: ended, resolve: commitNow, reject: rollbackNow } = Promise.withResolvers<undefined>()
  const rolledBack = new RolledBack('Rolled back')
  const span = changes.open()
  const close = () => {
    changes.close(span)
  }
  return new Promise((started, failedToStart) => {
    const finished = adapter.drizzle.transaction(async (transaction) => {
      started({
        span,
        // Payload takes the transaction from here for each statement.
        get db() {
          changes.look(span)
          return transaction
        },
        resolve: () => {
          commitNow(undefined)
          return finished
        },
        reject: async () => {
          rollbackNow(rolledBack)
          await finished.catch((error: unknown) => {
            if (error !== rolledBack) throw error
          })
        },
      })
      await ended
    })
    finished.catch(failedToStart)
    finished.then(close, close)
  })
}
