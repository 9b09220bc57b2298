import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createClient } from '@libsql/client'
import { buildConfig, getPayload } from 'payload'
import type { Payload } from 'payload'
import { databaseAdapter } from './database-adapter.ts'
import type { SqliteMigration } from './migrate-sqlite.ts'
import { createSqliteDatabase } from './testing/databases.ts'
import type { TestDatabase } from './testing/databases.ts'

let database: TestDatabase
let payload: Payload

beforeEach(async () => {
  database = await createSqliteDatabase()
})

afterEach(async () => {
  jest.replaceProperty(process, 'env', environment)
  await database.remove(payload)
})

const environment = process.env

/** Statements as Payload's tool writes them into migrations. */
function migration(name: string, statements: string[]): SqliteMigration {
  return {
    name,
    up: async ({ db }) => {
      for (const statement of statements) await db.run(statement)
    },
    down: () => Promise.resolve(),
  }
}

const first = migration('1_first', [
  'CREATE TABLE payload_migrations (id text PRIMARY KEY NOT NULL, name text, batch numeric, updated_at text, created_at text)',
  'CREATE TABLE notes (id text PRIMARY KEY NOT NULL, title text)',
  'CREATE TABLE notes_rows (id text PRIMARY KEY NOT NULL, _parent_id text NOT NULL REFERENCES notes (id) ON DELETE cascade)',
  "INSERT INTO notes VALUES ('n', 'A note')",
  "INSERT INTO notes_rows VALUES ('r', 'n')",
])

const replacesNotes = migration('2_replaces_notes', [
  'PRAGMA foreign_keys=OFF;',
  'CREATE TABLE `__new_notes` (id text PRIMARY KEY NOT NULL, title text, text text)',
  'INSERT INTO `__new_notes` (id, title) SELECT id, title FROM notes',
  'DROP TABLE notes',
  'ALTER TABLE `__new_notes` RENAME TO notes',
  'PRAGMA foreign_keys=ON;',
])

async function start(migrations: SqliteMigration[]): Promise<void> {
  const config = await buildConfig({
    secret: 'only for tests',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db: databaseAdapter({ ...database, migrations }),
  })
  payload = await getPayload({ config, key: randomUUID() })
}

/** What a connection of somebody else finds in the file. */
async function inFile(query: string): Promise<object[]> {
  const client = createClient({ url: pathToFileURL(path.join(database.dataDirectory, 'careword.db')).href })
  const { rows } = await client.execute(query)
  client.close()
  return rows.map((row) => ({ ...row }))
}

describe('migrateSqlite', () => {
  test.each(['production', 'development', 'test'] as const)(
    'runs at the start in mode %s, once',
    async (mode) => {
      jest.replaceProperty(process, 'env', { ...environment, NODE_ENV: mode, DISABLE_PAYLOAD_HMR: 'true' })
      await start([first])
      expect(await inFile('SELECT title FROM notes')).toEqual([{ title: 'A note' }])
      await payload.destroy()
      await start([first])
      expect(await inFile('SELECT name, batch FROM payload_migrations')).toEqual([
        { name: '1_first', batch: 1 },
      ])
    },
  )

  test("leaves it to Payload's command-line tool when that runs", async () => {
    jest.replaceProperty(process, 'env', { ...environment, PAYLOAD_MIGRATING: 'true' })
    await start([first])
    expect(await inFile('SELECT name FROM sqlite_master')).toEqual([])
  })

  test('a table that is replaced keeps the rows that refer to it, and foreign keys hold again afterwards', async () => {
    await start([first])
    await payload.destroy()
    await start([first, replacesNotes])
    expect(await inFile('SELECT * FROM notes')).toEqual([{ id: 'n', title: 'A note', text: null }])
    expect(await inFile('SELECT * FROM notes_rows')).toEqual([{ id: 'r', _parent_id: 'n' }])
    expect(await inFile('SELECT name, batch FROM payload_migrations')).toEqual([
      { name: '1_first', batch: 1 },
      { name: '2_replaces_notes', batch: 2 },
    ])
    await expect(
      payload.db.drizzle.run("INSERT INTO notes_rows VALUES ('s', 'nobody')"),
    ).rejects.toMatchObject({
      cause: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' },
    })
  })

  test('rows that a migration left without what they refer to are reported', async () => {
    await start([first])
    await payload.destroy()
    const log = jest.fn()
    const deletes = migration('2_deletes', ['DELETE FROM notes'])
    const up = deletes.up
    deletes.up = async (args) => {
      jest.spyOn(args.payload.logger, 'error').mockImplementation(log)
      await up(args)
    }
    await start([first, deletes])
    expect(log.mock.calls).toEqual([
      ['After the migrations 1 rows refer to rows that do not exist, in: ["notes_rows"]'],
    ])
  })
})
