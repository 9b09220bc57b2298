import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

/** A database of its own for one test file. */
export type TestDatabase = {
  databaseUri: string | undefined
  dataDirectory: string
  /** Ends Payload and removes everything. */
  remove: (payload: Payload) => Promise<void>
}

type DatabaseKind = { name: string; create: () => Promise<TestDatabase> }

/** The databases that tests run on: SQLite, and MongoDB when `MONGODB_TEST_URI` names a replica set. */
export function databasesUnderTest(): DatabaseKind[] {
  const sqlite: DatabaseKind = { name: 'SQLite', create: createSqliteDatabase }
  const uri = process.env.MONGODB_TEST_URI
  if (uri) return [sqlite, { name: 'MongoDB', create: () => createDatabase(withOwnDatabase(uri)) }]
  process.stderr.write('MongoDB: not run, because MONGODB_TEST_URI is not set\n')
  return [sqlite]
}

/** An SQLite file in a folder of its own. */
export function createSqliteDatabase(): Promise<TestDatabase> {
  return createDatabase(undefined)
}

async function createDatabase(databaseUri: string | undefined): Promise<TestDatabase> {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'careword-database-'))
  return {
    databaseUri,
    dataDirectory,
    remove: async (payload) => {
      if (databaseUri) await payload.db.connection.dropDatabase()
      await payload.destroy()
      forget(payload)
      await rm(dataDirectory, { recursive: true })
    },
  }
}

/** Payload keeps the first instance of a process even after its end, and would hand it out again. */
function forget(payload: Payload): void {
  const { _payload: instances } = globalThis as { _payload?: Map<string, { payload: Payload }> }
  for (const [key, instance] of instances ?? []) if (instance.payload === payload) instances?.delete(key)
}

function withOwnDatabase(uri: string): string {
  const name = `careword_test_${randomUUID().replaceAll('-', '')}`
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
}
