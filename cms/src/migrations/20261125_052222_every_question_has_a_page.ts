import { sql } from '@payloadcms/db-sqlite'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`own_page\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_own_page\`;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`own_page\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_own_page\` integer DEFAULT false;`)
}
