import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { serverAddress, siteAddress, visitedAddress } from '@careword/shared/environment.ts'
import { withLocalSecrets } from '@careword/shared/local-secrets.ts'
import { signingSecrets } from '@careword/shared/signed-message.ts'
import { z } from 'zod'
import { dataDirectoryOf, environmentFile } from './directories.ts'

const port = (use: string, fallback: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(fallback)
    .describe(`the port of ${use}, a number from 1 to 65535`)

const CMS_URL = serverAddress
  .default('http://localhost:3000')
  .describe('the address of the CMS, such as http://localhost:3000')
const SITE_URL = siteAddress
  .default('http://localhost:4321')
  .describe('the address of the public site, such as http://localhost:4321')
const SITE_PORT = port('the public site', 4321)
const PUBLISHER_PORT = port('the publisher', 4322)
const PUBLISHER_API_KEY = z.string().min(16).describe('the API key of an API client in the CMS')
const NUDGE_SECRET = signingSecrets

const PROOF_URL = visitedAddress
  .optional()
  .describe('the address of the server that visitors use, such as https://www.example.org, or nothing')

/** What one publish needs. */
export const publishEnvironment = z.object({ CMS_URL, SITE_URL, PUBLISHER_API_KEY, PROOF_URL })

/** What is needed to look at what was published, or to bring some of it back, without the CMS. */
export const offlineEnvironment = publishEnvironment.extend({
  PUBLISHER_API_KEY: PUBLISHER_API_KEY.optional(),
})
export type OfflineEnvironment = z.output<typeof offlineEnvironment>

/** What the publisher needs to stay up and follow the CMS. */
export const watchEnvironment = publishEnvironment.extend({
  PUBLISHER_PORT,
  NUDGE_SECRET,
  POLL_SECONDS: z.coerce
    .number()
    .min(1)
    .max(86_400)
    .default(30)
    .describe('how often to ask the CMS for changes when no nudge comes, in seconds (1 to 86400)'),
})

/** What the static server needs. */
export const serveEnvironment = z.object({ SITE_PORT })

/** What is needed to ask a running publisher how it is. */
export const statusEnvironment = z.object({ PUBLISHER_PORT })

/** What is needed to tell a running publisher what to do. */
export const requestEnvironment = z.object({ PUBLISHER_PORT, NUDGE_SECRET })

type Variables = Record<string, string | undefined>

/** The variables that a command works with. */
export type LoadedVariables = {
  /** What somebody set: in the environment or, next to it, in the file `.env`. */
  given: Variables
  /** The same and, outside production, the secrets that the launcher made. */
  variables: Variables
  /** The folder that DATA_DIR names. */
  dataDirectory: string
}

/** @throws EnvironmentError when the file of secrets cannot be read */
export function loadVariables(): LoadedVariables {
  if (existsSync(environmentFile)) loadEnvFile(environmentFile)
  const given = { ...process.env }
  const dataDirectory = dataDirectoryOf(given)
  return { given, variables: withLocalSecrets(given, dataDirectory), dataDirectory }
}
