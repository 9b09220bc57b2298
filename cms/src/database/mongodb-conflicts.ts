import type { BaseDatabaseAdapter } from 'payload'
import { DocumentChangedError } from './document-changed-error.ts'
import { isWriteConflict } from './transient-conflict.ts'

const WRITES = [
  'commitTransaction',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const satisfies (keyof BaseDatabaseAdapter)[]

/**
 * Makes a MongoDB adapter say in our words that others changed a document first, as on SQLite. Its own error is none that Payload
 * knows: each save that is about to be tried again would be logged as a failure of the server, with its stack.
 */
export function nameConflicts(adapter: BaseDatabaseAdapter): void {
  for (const name of WRITES) {
    const write = adapter[name] as (...args: unknown[]) => Promise<unknown>
    const named = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await write.apply(adapter, args)
      } catch (error) {
        throw isWriteConflict(error) ? new DocumentChangedError(error) : error
      }
    }
    Object.assign(adapter, { [name]: named })
  }
}
