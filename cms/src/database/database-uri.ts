import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { EnvironmentError } from '@careword/shared/environment.ts'

const EXPECTED =
  'leave it unset for an SQLite file in the data directory, or give a "file:" URL of an SQLite file, or a "mongodb://" or "mongodb+srv://" address of a MongoDB replica set'

export type Database = { kind: 'sqlite'; url: string } | { kind: 'mongodb'; url: string }

/**
 * Decides which database `DATABASE_URI` means.
 * @param databaseUri undefined or empty: the file `careword.db` in `dataDirectory`
 * @throws EnvironmentError that names the variable, what was expected and what came (without password)
 */
export function readDatabaseUri(databaseUri: string | undefined, dataDirectory: string): Database {
  if (!databaseUri) {
    return { kind: 'sqlite', url: pathToFileURL(path.join(dataDirectory, 'careword.db')).href }
  }
  if (databaseUri.startsWith('file:')) return { kind: 'sqlite', url: sqliteFile(databaseUri) }
  if (databaseUri.startsWith('mongodb://')) return { kind: 'mongodb', url: replicaSet(databaseUri) }
  // Its replica set may be named in DNS; it is checked once connected.
  if (databaseUri.startsWith('mongodb+srv://')) return { kind: 'mongodb', url: databaseUri }
  throw new EnvironmentError(`DATABASE_URI: ${EXPECTED}; got "${withoutSecrets(databaseUri)}".`)
}

/** The path that a `file:` URL of a database names; relative ones are written without slashes. */
export function databaseFile(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length))
}

/** The sentence for a MongoDB without replica set, at whatever moment that is found out. */
export function replicaSetMissing(uri: string): EnvironmentError {
  return new EnvironmentError(
    'DATABASE_URI: expected a MongoDB replica set, named in the address ("?replicaSet=<name>"), because there are ' +
      `no transactions without one, and a save could be half done; got "${withoutSecrets(uri)}".`,
  )
}

function sqliteFile(uri: string): string {
  if (/:memory:|[?#]/.test(uri)) {
    throw new EnvironmentError(
      `DATABASE_URI: a "file:" URL must name a file on disk, without "?" or "#", because several connections share it; got "${uri}".`,
    )
  }
  return uri
}

function replicaSet(uri: string): string {
  const options = new URLSearchParams(/\?(.*)$/.exec(uri)?.[1])
  for (const [name, value] of options) if (name.toLowerCase() === 'replicaset' && value) return uri
  throw replicaSetMissing(uri)
}

/** The address without password, and without its options, which can hold secrets too. */
function withoutSecrets(uri: string): string {
  const [address = '', ...options] = uri.replace(/^([\w+.-]+:\/\/[^:@/]*):.*@/, '$1:***@').split('?')
  return options.length ? `${address}?…` : address
}
