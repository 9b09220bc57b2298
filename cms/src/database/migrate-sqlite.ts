import type { Client } from '@libsql/client'
import type { SQLiteAdapter, SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'

/** A migration as `payload migrate:create` writes it. */
export type SqliteMigration = NonNullable<SQLiteAdapterArgs['prodMigrations']>[number]

/**
 * Runs the migrations that this database has not seen, each in a transaction, in every mode of operation
 * (Payload itself runs shipped migrations in production only).
 * Foreign keys are off meanwhile: a migration that changes a table drops and replaces it, and dropping it would
 * delete the rows that refer to it. The "PRAGMA foreign_keys=OFF" in the migrations themselves comes too late:
 * inside a transaction SQLite ignores it.
 */
export async function migrateSqlite(adapter: SQLiteAdapter, migrations: SqliteMigration[]): Promise<void> {
  const { client } = adapter
  const done = await namesOfDoneMigrations(client)
  if (migrations.every(({ name }) => done.has(name))) return

  await client.execute('PRAGMA foreign_keys = OFF')
  try {
    // Payload's general type takes any argument; it calls them with those that SQLite migrations expect.
    await adapter.migrate({ migrations: migrations as Migration[] })
  } finally {
    await client.execute('PRAGMA foreign_keys = ON')
  }

  const broken = await client.execute('PRAGMA foreign_key_check')
  if (broken.rows.length > 0) {
    const tables = JSON.stringify([...new Set(broken.rows.map(({ table }) => table))])
    adapter.payload.logger.error(
      `After the migrations ${broken.rows.length} rows refer to rows that do not exist, in: ${tables}`,
    )
  }
}

async function namesOfDoneMigrations(client: Client): Promise<Set<unknown>> {
  const table = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'",
  )
  if (table.rows.length === 0) return new Set()
  const { rows } = await client.execute('SELECT name FROM payload_migrations')
  return new Set(rows.map((row) => row.name))
}
