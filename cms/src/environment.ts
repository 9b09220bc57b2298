import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { readEnvironment, serverAddress, siteAddress } from '@careword/shared/environment.ts'
import { withLocalSecrets } from '@careword/shared/local-secrets.ts'
import { signingSecrets } from '@careword/shared/signed-message.ts'
import { workspaceRoot } from '@careword/shared/workspace.ts'
import { deployHooksSchema } from './delivery/deploy-hooks/hook-config.ts'

const schema = z.object({
  DATABASE_URI: z
    .string()
    .optional()
    .describe('an address such as mongodb://host/name?replicaSet=rs0, or nothing for the embedded database'),
  PAYLOAD_SECRET: z.string().min(32).describe('a secret of at least 32 characters'),
  CMS_URL: serverAddress
    .default('http://localhost:3000')
    .describe('the public address of the CMS, such as https://cms.example.org'),
  SITE_URL: siteAddress
    .default('http://localhost:4321')
    .describe('the public address of the site, such as https://www.example.org'),
  PUBLISHER_URL: serverAddress
    .default('http://127.0.0.1:4322')
    .describe('the address of the publisher, such as http://127.0.0.1:4322'),
  NUDGE_SECRET: signingSecrets,
  PUBLISHER_API_KEY: z.string().min(32).describe('a key of at least 32 characters'),
  DEPLOY_HOOKS: deployHooksSchema
    .default([])
    .describe('a JSON list of deploy hooks such as [{"kind":"netlify","url":"https://…"}], or nothing'),
  SETUP_TOKEN: z.string().min(24).optional().describe('at least 24 characters, or nothing'),
  SEED_WHEN_EMPTY: z.stringbool().default(false).describe('“true” or “false”'),
  DATA_DIR: z.string().optional().describe('a folder, or nothing for .data in the project'),
})

/** What the CMS is told from outside, checked. Addresses have no slash at the end. */
export type CmsEnvironment = Omit<z.output<typeof schema>, 'DATA_DIR' | 'SETUP_TOKEN'> & {
  DATA_DIR: string
  SETUP_TOKEN: string
}

/** A build loads the configuration to learn its pages, but opens no database and signs nothing: it needs no secret. */
const secretsOfABuild = {
  PAYLOAD_SECRET: 'x'.repeat(32),
  NUDGE_SECRET: `whsec_${'x'.repeat(32)}`,
  PUBLISHER_API_KEY: 'x'.repeat(32),
}

/**
 * Reads and checks the environment of the CMS.
 *
 * @throws EnvironmentError that names each variable that is missing or wrong
 */
export function readCmsEnvironment(source: Record<string, string | undefined> = process.env): CmsEnvironment {
  const root = workspaceRoot()
  const dataDirectory = path.resolve(root, source.DATA_DIR ?? '.data')
  const environment = readEnvironment(schema, {
    ...(source.NEXT_PHASE === 'phase-production-build' && secretsOfABuild),
    ...withLocalSecrets(source, dataDirectory),
  })
  return {
    ...environment,
    DATA_DIR: dataDirectory,
    SETUP_TOKEN: environment.SETUP_TOKEN ?? randomBytes(24).toString('base64url'),
  }
}
