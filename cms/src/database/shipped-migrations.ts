import * as migration0 from '../migrations/20261123_223543_initial.ts'
import * as migration1 from '../migrations/20261125_035150_deliveries.ts'
import * as migration2 from '../migrations/20261125_052222_every_question_has_a_page.ts'
import * as migration3 from '../migrations/20261129_004213_places_without_indexes.ts'
import type { SqliteMigration } from './migrate-sqlite.ts'

/** Every migration of the embedded database, oldest first; written by `migrate:create`. */
export const shippedMigrations: SqliteMigration[] = [
  { name: '20261123_223543_initial', ...migration0 },
  { name: '20261125_035150_deliveries', ...migration1 },
  { name: '20261125_052222_every_question_has_a_page', ...migration2 },
  { name: '20261129_004213_places_without_indexes', ...migration3 },
]
