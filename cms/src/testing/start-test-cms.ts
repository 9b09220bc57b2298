import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import type { Payload, SanitizedConfig } from 'payload'
import type { User } from '@careword/shared/payload-types.ts'
import { cmsConfig } from '../cms-config.ts'
import { afterCommitSettled } from '../database/after-commit.ts'
import { stopDeployHooks } from '../delivery/deploy-hooks/scheduler.ts'
import type { CmsEnvironment } from '../environment.ts'
import { handleRequest } from '../http/handle-request.ts'
import { listen } from './http-server.ts'

/** A CMS of its own for one test file: a new database, the real configuration, the real handlers behind a real server. */
export type TestCms = {
  payload: Payload
  /** Address without a slash at the end, such as `http://127.0.0.1:49152`. */
  url: string
  environment: CmsEnvironment
  /** The header of the publisher's API client, which may read content. */
  publisher: { Authorization: string }
  /** Makes a user, with the role of an admin unless told otherwise. @returns the header that logs it in */
  logIn: (email?: string, roles?: User['roles']) => Promise<{ Authorization: string }>
  /** Stops the server and removes the database. */
  close: () => Promise<void>
}

export const TEST_PASSWORD = 'a long enough password'

/** Which database the suite runs on; `CAREWORD_TEST_DATABASE=mongodb` with `MONGODB_TEST_URI` chooses MongoDB. */
export const testDatabase = process.env.CAREWORD_TEST_DATABASE === 'mongodb' ? 'mongodb' : 'sqlite'

/**
 * Starts a CMS for a test file.
 *
 * @param overrides of the environment, for example where nudges go
 */
export async function startTestCms(overrides: Partial<CmsEnvironment> = {}): Promise<TestCms> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'careword-cms-'))
  const environment: CmsEnvironment = {
    DATABASE_URI: testDatabase === 'mongodb' ? newMongoDatabase() : undefined,
    PAYLOAD_SECRET: randomBytes(24).toString('hex'),
    CMS_URL: 'http://localhost:3000',
    SITE_URL: 'http://localhost:4321',
    // Nobody listens there, unless a test says otherwise.
    PUBLISHER_URL: 'http://127.0.0.1:9',
    NUDGE_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    PUBLISHER_API_KEY: randomBytes(24).toString('hex'),
    DEPLOY_HOOKS: [],
    SETUP_TOKEN: randomBytes(24).toString('hex'),
    SEED_WHEN_EMPTY: false,
    DATA_DIR: dataDirectory,
    ...overrides,
  }
  const config = await buildConfig({
    ...cmsConfig(environment),
    logger: { options: { level: 'fatal' } },
    // Else every start writes the types anew, in a process of its own.
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, key: environment.PAYLOAD_SECRET })
  const server = await listen(handleRequest(routes(config, environment.PAYLOAD_SECRET)))
  return {
    payload,
    url: server.url,
    environment,
    publisher: { Authorization: `api-clients API-Key ${environment.PUBLISHER_API_KEY}` },
    logIn: async (email = 'admin@example.org', roles = ['admin']) => {
      await payload.create({
        collection: 'users',
        data: { email, password: TEST_PASSWORD, name: 'Test user', roles },
      })
      const { token } = await payload.login({ collection: 'users', data: { email, password: TEST_PASSWORD } })
      return { Authorization: `JWT ${token ?? ''}` }
    },
    close: async () => {
      await server.close()
      await afterCommitSettled(payload)
      await stopDeployHooks(payload)
      if (testDatabase === 'mongodb') await dropDatabase(payload)
      await payload.destroy()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** What the folders under `app/(payload)/api` do in Next. */
function routes(config: SanitizedConfig, key: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (new URL(request.url).pathname !== '/api/graphql')
      return handleEndpoints({ config, request, payloadInstanceCacheKey: key })
    // It takes a second to load, and most tests need none of it.
    const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
    // Next's handler knows only the instance that has no name.
    const instances = (globalThis as unknown as { _payload: Map<string, unknown> })._payload
    instances.set('default', instances.get(key))
    return GRAPHQL_POST(Promise.resolve(config))(request)
  }
}

function newMongoDatabase(): string {
  const uri = process.env.MONGODB_TEST_URI
  if (!uri) throw new Error('MONGODB_TEST_URI has to name a replica set, to run the tests on MongoDB.')
  const name = `careword-test-${randomBytes(6).toString('hex')}`
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
}

async function dropDatabase(payload: Payload): Promise<void> {
  const { connection } = payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } }
  await connection.dropDatabase()
}
