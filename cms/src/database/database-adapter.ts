import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { runCallbacksAfterCommit } from './after-commit.ts'
import { databaseFile, readDatabaseUri, replicaSetMissing } from './database-uri.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import type { SqliteMigration } from './migrate-sqlite.ts'
import { nameConflicts } from './mongodb-conflicts.ts'
import { findNothingByOtherIds } from './mongodb-ids.ts'
import { openOneWriterClient } from './one-writer-client.ts'
import { useHonestTransactions } from './sqlite-transactions.ts'
import { withoutUnaskedIndexes } from './unasked-indexes.ts'

export type DatabaseOptions = {
  /** `DATABASE_URI` as it came from the environment. */
  databaseUri: string | undefined
  /** Where the SQLite file goes when `databaseUri` is not set; made when it is missing. */
  dataDirectory: string
  /** Run on SQLite at each start, those that the database has not seen. MongoDB needs none. */
  migrations: SqliteMigration[]
  /** Make the tables from the collections, for a test whose collections have no migrations. */
  pushSchema?: boolean
}

/**
 * Payload's database as `databaseUri` decides: an SQLite file, or a MongoDB replica set.
 * On both, transactions are on, a save may bring its document's id, and `afterCommit` works.
 * @throws an error that names DATABASE_URI, what was expected and what came
 */
export function databaseAdapter(options: DatabaseOptions): DatabaseAdapterObj {
  const database = readDatabaseUri(options.databaseUri, options.dataDirectory)
  return database.kind === 'sqlite' ? sqlite(database.url, options) : mongodb(database.url)
}

function sqlite(url: string, { migrations, pushSchema = false }: DatabaseOptions): DatabaseAdapterObj {
  const base = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    allowIDOnCreate: true,
    wal: true,
    busyTimeout: 5000,
    transactionOptions: {},
    push: pushSchema,
  })
  return {
    ...base,
    init: (args) => {
      const adapter = base.init(args)
      adapter.beforeSchemaInit.push(({ schema }) => {
        withoutUnaskedIndexes(adapter.rawTables)
        return schema
      })
      useHonestTransactions(adapter)
      runCallbacksAfterCommit(adapter)
      const { connect, destroy } = adapter
      adapter.connect = async (connectOptions) => {
        mkdirSync(path.dirname(databaseFile(url)), { recursive: true })
        adapter.client = await openOneWriterClient({
          url,
          onAbandoned: (reason) => {
            args.payload.logger.error({ err: reason, msg: 'An abandoned transaction was found.' })
          },
          onCheckpointFailure: (reason) => {
            args.payload.logger.error({
              err: reason,
              msg: 'What was saved could not be carried over from the write-ahead log, which therefore grows.',
            })
          },
        })
        await connect?.call(adapter, connectOptions)
        // The command-line tool decides itself what to migrate.
        if (process.env.PAYLOAD_MIGRATING !== 'true') await migrateSqlite(adapter, migrations)
      }
      adapter.destroy = async () => {
        await destroy?.call(adapter)
        adapter.client.close()
      }
      return adapter
    },
  }
}

function mongodb(url: string): DatabaseAdapterObj {
  const base = mongooseAdapter({
    url,
    allowIDOnCreate: true,
    // Else the first saves on a new database fail, because its indexes are still being built.
    ensureIndexes: true,
    // So that both databases answer joins the same way.
    useJoinAggregations: false,
    afterOpenConnection: async ({ connection }) => {
      if (!connection.getClient().options.replicaSet) {
        // Payload would go on without transactions, and say nothing.
        await connection.close()
        throw replicaSetMissing(url)
      }
      // Payload waits for no collection, nor for the indexes of globals: the first save of one could meet them while they are being
      // built, and fail. What is still being built would also come back into a database that is dropped. What cannot be built Payload
      // tells itself, but for the globals: each asks for an index by the same name in one collection, of which one is enough.
      await Promise.allSettled(Object.values(connection.models).map((model) => model.init()))
    },
  })
  return {
    ...base,
    init: (args) => {
      const adapter = base.init(args)
      nameConflicts(adapter)
      findNothingByOtherIds(adapter)
      runCallbacksAfterCommit(adapter)
      return adapter
    },
  }
}
