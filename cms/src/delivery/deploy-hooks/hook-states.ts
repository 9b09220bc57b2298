import type { CollectionConfig, Payload } from 'payload'
import { retryingConflicts } from '../../database/retry-conflicts.ts'
import { findDeliveries } from '../delivery-rows.ts'

const nobody = () => false

/** What is known of a deploy hook; it is kept in the database, so that a restart loses nothing. */
export type HookState = {
  id: string
  /** The revision of the newest change that was there when it was called. */
  covers: number
  /** Rises with each call: of several instances of the CMS that want to call, one succeeds in raising it. */
  calls: number
  /** How many calls in a row failed. */
  failures: number
  /** When somebody asked for a call, since the last one. */
  requestedAt?: string | null
  /** When it is called again. During a call too, in case that the CMS is stopped in the middle. */
  nextTryAt?: string | null
  lastCallAt?: string | null
  lastSuccessAt?: string | null
  lastError?: string | null
}

/** Keeps the state of deploy hooks; internal. */
export const deployHookStates: CollectionConfig = {
  slug: 'deploy-hook-states',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'covers', type: 'number', required: true },
    { name: 'calls', type: 'number', required: true },
    { name: 'failures', type: 'number', required: true },
    { name: 'requestedAt', type: 'date' },
    { name: 'nextTryAt', type: 'date' },
    { name: 'lastCallAt', type: 'date' },
    { name: 'lastSuccessAt', type: 'date' },
    { name: 'lastError', type: 'text' },
  ],
}

/** The state of a hook. A new one covers everything that has happened so far: its host has just been set up. */
export async function readHookState(payload: Payload, id: string): Promise<HookState> {
  return retryingConflicts(async () => {
    const known = await payload.db.findOne<HookState>({
      collection: 'deploy-hook-states',
      where: { id: { equals: id } },
    })
    if (known) return known
    const [newest] = await findDeliveries({ payload }, { limit: 1 })
    const state: HookState = { id, covers: newest?.revision ?? 0, calls: 0, failures: 0 }
    await payload.db.create({ collection: 'deploy-hook-states', customID: id, data: { ...state } })
    return state
  })
}

/**
 * Changes the state of a hook, unless it was called since it was read.
 *
 * @returns whether it was changed
 */
export async function changeHookState(
  payload: Payload,
  { id, calls }: HookState,
  changes: Partial<HookState>,
): Promise<boolean> {
  const changed: unknown = await payload.db.updateOne({
    collection: 'deploy-hook-states',
    where: { and: [{ id: { equals: id } }, { calls: { equals: calls } }] },
    data: changes,
  })
  return Boolean(changed)
}
