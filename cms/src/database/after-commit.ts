import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { ClientSession } from 'mongodb'
import { APIError } from 'payload'
import type { BaseDatabaseAdapter, Payload, PayloadRequest } from 'payload'
import { recordCommit } from './attempt.ts'
import { processWide } from './process-wide.ts'

/** What `afterCommit` needs of a request. */
export type RequestOfTransaction = Pick<PayloadRequest, 'payload' | 'transactionID'>
/** What both databases' adapters have in common here; what a session is differs. */
type AdapterWithTransactions = Pick<BaseDatabaseAdapter, 'commitTransaction' | 'payload'> & {
  sessions?: Record<string, object> | undefined
}
type Callback = () => Promise<void> | void

/** By session: whatever ends a session without committing it takes its callbacks along. */
const callbacksBySession = processWide('after-commit.callbacks', () => new WeakMap<object, Callback[]>())
/** The callbacks that have been started and not ended. */
const running = processWide('after-commit.running', () => new WeakMap<Payload, Set<Promise<void>>>())

/**
 * A save whose transaction is gone: an earlier step failed, which undid all of it, and the failure was not passed on.
 */
export class TransactionLostError extends APIError {
  constructor() {
    super(
      'Your change was not saved, because one step of the save failed and undid all of it. Try again.',
      500,
      null,
      true,
    )
  }
}

/**
 * Runs `callback` once the transaction of `req` is committed, so that whoever it calls sees what was saved;
 * never after a rollback. Without a transaction it runs when the code that is running now has ended: call it
 * after the write (afterChange, afterDelete). Await it: the transaction's id may still be on its way.
 * A callback that fails is logged and changes nothing of the save, which is finished by then; nor does the save wait for it.
 */
export async function afterCommit(req: RequestOfTransaction, callback: Callback): Promise<void> {
  const session = await transactionOf(req)
  // Its changes are undone already; its commit will say so.
  if (session === 'ended') return
  if (!session) {
    setImmediate(() => {
      runAll(req.payload, [callback])
    })
    return
  }
  const callbacks = callbacksBySession.get(session)
  if (callbacks) callbacks.push(callback)
  else callbacksBySession.set(session, [callback])
}

/**
 * Collects what changed in one transaction and hands it over in one piece after the commit.
 * @returns a function for hooks: records one change for the transaction of `req` (see `afterCommit`)
 */
export function collectUntilCommit<Change>(
  deliver: (changes: Change[], payload: Payload) => Promise<void> | void,
): (req: RequestOfTransaction, change: Change) => Promise<void> {
  const changesBySession = new WeakMap<object, Change[]>()
  return async (req, change) => {
    const session = await transactionOf(req)
    if (session === 'ended') return
    const collected = session && changesBySession.get(session)
    if (collected) {
      collected.push(change)
      return
    }
    const changes = [change]
    if (session) changesBySession.set(session, changes)
    await afterCommit(req, () => deliver(changes, req.payload))
  }
}

/** Resolves when every callback that was started so far has ended; for an orderly stop, and for tests. */
export async function afterCommitSettled(payload: Payload): Promise<void> {
  await Promise.all([...(running.get(payload) ?? [])])
}

/**
 * Makes an adapter run what `afterCommit` collected, and refuse a commit of nothing.
 * Payload's own commit does nothing when the transaction is gone, and the caller hears that all went well.
 */
export function runCallbacksAfterCommit(adapter: AdapterWithTransactions): void {
  const commit = adapter.commitTransaction
  adapter.commitTransaction = async (promisedID) => {
    const session = liveSession(adapter, await promisedID)
    if (!session) throw new TransactionLostError()
    await commit.call(adapter, promisedID)
    recordCommit()
    const callbacks = callbacksBySession.get(session)
    callbacksBySession.delete(session)
    if (!callbacks) return
    runAll(adapter.payload, callbacks)
    // What they send is on its way by then, before the answer to the save takes this thread.
    await yieldToOthers()
  }
}

/** What stands for the transaction of `req`; undefined when it has none, 'ended' when it was rolled back. */
export async function transactionOf(req: RequestOfTransaction): Promise<object | 'ended' | undefined> {
  const id = await req.transactionID
  return id ? (liveSession(req.payload.db, id) ?? 'ended') : undefined
}

function liveSession(adapter: AdapterWithTransactions, id: number | string): object | undefined {
  const session = adapter.sessions?.[id]
  return session && !endedOnMongoDB(session) ? session : undefined
}

/** MongoDB's driver ends sessions that Payload still keeps. */
function endedOnMongoDB(session: object): boolean {
  return 'inTransaction' in session && !(session as ClientSession).inTransaction()
}

function runAll(payload: Payload, callbacks: Callback[]): void {
  const unfinished = running.get(payload) ?? new Set<Promise<void>>()
  running.set(payload, unfinished)
  for (const callback of callbacks) {
    const run = runLogged(payload, callback).finally(() => unfinished.delete(run))
    unfinished.add(run)
  }
}

async function runLogged(payload: Payload, callback: Callback): Promise<void> {
  try {
    await callback()
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The change is saved, but what should follow it failed.' })
  }
}
