import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runPayload } from '../run-payload.ts'

/**
 * `pnpm --filter @careword/cms migrate:create <name>`: has Payload write the migration that brings the embedded database from
 * the last one to the collections as they are now, makes it a file that Node runs as it is, and lists it among the shipped.
 */
const folder = path.join(import.meta.dirname, '../migrations')

const [name = 'change'] = process.argv.slice(2)
const status = runPayload(['migrate:create', name])
if (status !== 0) process.exit(status)

// Payload's own list imports without file extensions, which Node does not resolve.
rmSync(path.join(folder, 'index.ts'), { force: true })

const names = readdirSync(folder)
  .filter((file) => /^\d+_\d+_\w+\.ts$/.test(file))
  .map((file) => path.basename(file, '.ts'))
  .sort()
for (const each of names) tidy(path.join(folder, `${each}.ts`))
writeFileSync(path.join(import.meta.dirname, 'shipped-migrations.ts'), listOf(names))

/** Payload imports types as if they were values and takes arguments that it does not use. */
function tidy(file: string): void {
  const text = readFileSync(file, 'utf8')
    .replace(
      "import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'",
      "import { sql } from '@payloadcms/db-sqlite'\nimport type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'",
    )
    .replaceAll('({ db, payload, req }: Migrate', '({ db }: Migrate')
  writeFileSync(file, text)
}

function listOf(migrations: string[]): string {
  const imports = migrations.map(
    (each, index) => `import * as migration${index} from '../migrations/${each}.ts'`,
  )
  const entries = migrations.map((each, index) => `  { name: '${each}', ...migration${index} },`)
  return [
    ...imports,
    "import type { SqliteMigration } from './migrate-sqlite.ts'",
    '',
    '/** Every migration of the embedded database, oldest first; written by `migrate:create`. */',
    'export const shippedMigrations: SqliteMigration[] = [',
    ...entries,
    ']',
    '',
  ].join('\n')
}
