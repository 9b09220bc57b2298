import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { PayloadRequest, Where } from 'payload'

type Request = Partial<PayloadRequest> | undefined

/** Both get a name of the document, and the request whose transaction the change belongs to. */
export type ChangeWatcher = {
  /** Called before a change, unless it is not known yet which document it will meet; may refuse by throwing. */
  changing: (document: string, req: Request) => Promise<void>
  /** Called after each change. */
  changed: (document: string, req: Request) => Promise<void>
}

/**
 * Tells which documents a database adapter changes. A document and its versions count as one: publishing reads the
 * newest draft, and an autosave in between must not be lost.
 */
export function watchDocumentChanges(adapter: SQLiteAdapter, watcher: ChangeWatcher): void {
  async function watched<Result>(
    document: string | undefined,
    req: Request,
    write: () => Promise<Result>,
    documentOf: (result: Result) => string | undefined = () => undefined,
  ): Promise<Result> {
    if (document) await watcher.changing(document, req)
    const result = await write()
    const changed = document ?? documentOf(result)
    if (changed) await watcher.changed(changed, req)
    return result
  }

  const updateOne = adapter.updateOne.bind(adapter)
  adapter.updateOne = (args) =>
    watched(
      nameOf(args.collection, args.id ?? idIn(args.where)),
      args.req,
      () => updateOne(args) as Promise<unknown>,
      (updated) => nameOf(args.collection, idOf(updated)),
    )

  const deleteOne = adapter.deleteOne.bind(adapter)
  adapter.deleteOne = (args) =>
    watched(
      nameOf(args.collection, idIn(args.where)),
      args.req,
      () => deleteOne(args) as Promise<unknown>,
      (deleted) => nameOf(args.collection, idOf(deleted)),
    )

  const createVersion = adapter.createVersion.bind(adapter)
  adapter.createVersion = (args) =>
    watched(nameOf(args.collectionSlug, args.parent), args.req, () => createVersion(args))

  const updateVersion = adapter.updateVersion.bind(adapter)
  adapter.updateVersion = (args) =>
    watched(nameOf(args.collection, args.versionData.parent), args.req, () => updateVersion(args))

  const updateGlobal = adapter.updateGlobal.bind(adapter)
  adapter.updateGlobal = (args) => watched(args.slug, args.req, () => updateGlobal(args))

  const createGlobalVersion = adapter.createGlobalVersion.bind(adapter)
  adapter.createGlobalVersion = (args) => watched(args.globalSlug, args.req, () => createGlobalVersion(args))

  const updateGlobalVersion = adapter.updateGlobalVersion.bind(adapter)
  adapter.updateGlobalVersion = (args) => watched(args.global, args.req, () => updateGlobalVersion(args))
}

/** Payload's own collections hold locks, preferences and jobs: there the last write counts, by design. */
function nameOf(collection: string, id: unknown): string | undefined {
  return typeof id === 'string' && !collection.startsWith('payload-') ? `${collection}/${id}` : undefined
}

function idIn(where: Where | undefined): unknown {
  const id = where?.id
  return id && !Array.isArray(id) ? id.equals : undefined
}

function idOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined
}
