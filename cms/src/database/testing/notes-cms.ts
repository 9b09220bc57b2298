import { setTimeout as sleep } from 'node:timers/promises'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import type { CollectionConfig, GroupField, Payload } from 'payload'
import { listen } from '../../testing/http-server.ts'
import type { ListeningServer } from '../../testing/http-server.ts'
import { answerConflict } from '../conflict-answer.ts'
import { databaseAdapter } from '../database-adapter.ts'
import { identified } from '../object-id.ts'
import { retryConflicts } from '../retry-conflicts.ts'
import type { TestDatabase } from './databases.ts'

/** The notes' slug. Payload's types know only the product's collections; of those, articles have a title too. */
export const NOTES = 'notes' as string as 'articles'

export const account = { email: 'editor@clinic.example', password: 'correct horse' }

const anybody = () => true

/** A hook. Without one that waits, saves on SQLite, whose driver does not wait, hardly ever run at the same time. */
export async function waitForSomethingElse(): Promise<void> {
  await sleep(10)
}

const parts: GroupField = {
  name: 'parts',
  type: 'group',
  fields: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, type: 'text' })),
}

/** A small CMS: notes with drafts and trash that anybody may write, one user, and a global. */
export type NotesCms = { payload: Payload; server: ListeningServer; stop: () => Promise<void> }

/** Starts a small CMS on a database, as a server. @param noteHooks hooks of the collection `notes` */
export async function startNotesCms(
  database: TestDatabase,
  noteHooks: CollectionConfig['hooks'] = {},
): Promise<NotesCms> {
  // Else Drizzle makes the tables of equal collections once a process only.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const config = await buildConfig({
    secret: 'only for tests',
    telemetry: false,
    typescript: { autoGenerate: false },
    db: databaseAdapter({ ...database, migrations: [], pushSchema: true }),
    hooks: { afterError: [answerConflict] },
    logger: { options: { level: 'silent' } },
    collections: [
      {
        slug: NOTES,
        access: { create: anybody, read: anybody, readVersions: anybody, update: anybody, delete: anybody },
        versions: { drafts: { autosave: true } },
        trash: true,
        hooks: { beforeChange: [identified], ...noteHooks },
        fields: [
          { name: 'title', type: 'text', unique: true },
          { name: 'text', type: 'text' },
          parts,
          { name: 'rows', type: 'array', fields: [{ name: 'value', type: 'text' }] },
        ],
      },
      {
        slug: 'users',
        auth: { forgotPassword: { generateEmailHTML: () => 'Hello' } },
        hooks: { beforeChange: [identified] },
        fields: [],
      },
    ],
    globals: [
      {
        slug: 'settings',
        access: { read: anybody, update: anybody },
        hooks: { beforeChange: [waitForSomethingElse] },
        fields: [parts],
      },
    ],
  })
  const payload = await getPayload({ config })
  const rest = retryConflicts((request) => handleEndpoints({ config, request }))
  const graphql = retryConflicts(GRAPHQL_POST(config))
  const server = await listen((request) =>
    new URL(request.url).pathname === '/api/graphql' ? graphql(request) : rest(request),
  )
  await fetch(`${server.url}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  return {
    payload,
    server,
    stop: async () => {
      await server.close()
      await database.remove(payload)
    },
  }
}
