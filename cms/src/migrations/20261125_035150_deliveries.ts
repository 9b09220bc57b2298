import { sql } from '@payloadcms/db-sqlite'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`title\` text,
  	\`withdrawal\` integer DEFAULT false NOT NULL,
  	\`version\` text,
  	\`revision\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`queued_at\` text NOT NULL,
  	\`at\` text,
  	\`duration_ms\` numeric,
  	\`pages\` numeric,
  	\`release\` numeric,
  	\`reason\` text,
  	\`fault_title\` text,
  	\`fault_field\` text,
  	\`reported_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`deliveries_revision_idx\` ON \`deliveries\` (\`revision\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_state_idx\` ON \`deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`documentId_revision_idx\` ON \`deliveries\` (\`document_id\`,\`revision\`);`)
  await db.run(sql`CREATE TABLE \`deploy_hook_states\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`covers\` numeric NOT NULL,
  	\`calls\` numeric NOT NULL,
  	\`failures\` numeric NOT NULL,
  	\`requested_at\` text,
  	\`next_try_at\` text,
  	\`last_call_at\` text,
  	\`last_success_at\` text,
  	\`last_error\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`site_status\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`state\` text,
  	\`heard_at\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`deliveries\`;`)
  await db.run(sql`DROP TABLE \`deploy_hook_states\`;`)
  await db.run(sql`DROP TABLE \`site_status\`;`)
}
