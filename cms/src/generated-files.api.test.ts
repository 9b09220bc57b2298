import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildConfig, getPayload } from 'payload'
import type { Payload } from 'payload'
import { generateTypes } from 'payload/node'
import { cmsConfig } from './cms-config.ts'
import { readCmsEnvironment } from './environment.ts'

/** What the adapter of the embedded database makes migrations with. */
type Schema = {
  schema: Record<string, unknown>
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: Record<string, unknown>) => Promise<unknown>
    generateMigration: (before: unknown, after: unknown) => Promise<string[]>
  }
}

let folder: string
let payload: Payload

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'careword-generated-'))
  const environment = readCmsEnvironment({
    DATA_DIR: folder,
    PAYLOAD_SECRET: 'x'.repeat(32),
    NUDGE_SECRET: `whsec_${'x'.repeat(32)}`,
    PUBLISHER_API_KEY: 'x'.repeat(32),
  })
  const config = await buildConfig({
    ...cmsConfig(environment),
    typescript: { autoGenerate: false, declare: false },
  })
  payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true, key: 'generated-files' })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('what is generated from the collections, and committed, is up to date', () => {
  test('the types; if not, run: pnpm --filter @careword/cms generate:types', async () => {
    const outputFile = path.join(folder, 'payload-types.ts')
    const { config } = payload
    await generateTypes({ ...config, typescript: { ...config.typescript, outputFile } }, { log: false })
    const committed = path.join(import.meta.dirname, '../../shared/src/payload-types.ts')
    expect(readFileSync(committed, 'utf8')).toBe(readFileSync(outputFile, 'utf8'))
  })

  test('the migrations; if not, run: pnpm --filter @careword/cms migrate:create <name>', async () => {
    const adapter = payload.db as unknown as Schema
    const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
    const migrations = path.join(import.meta.dirname, 'migrations')
    const newest = readdirSync(migrations)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .at(-1)
    const migrated: unknown = JSON.parse(readFileSync(path.join(migrations, newest ?? ''), 'utf8'))
    const wanted = await generateDrizzleJson(adapter.schema)
    expect(await generateMigration(migrated, wanted)).toEqual([])
  })
})
