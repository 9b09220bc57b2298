import { givenVariables } from './given-variables.ts'

/** What configures a running Careword. A test says what it needs itself. */
const OWN_VARIABLES = [
  'CMS_PORT',
  'CMS_URL',
  'DATABASE_URI',
  'DATA_DIR',
  'NUDGE_SECRET',
  'PAYLOAD_SECRET',
  'POLL_SECONDS',
  'PROOF_URL',
  'PUBLISHER_API_KEY',
  'PUBLISHER_PORT',
  'PUBLISHER_URL',
  'SEED_WHEN_EMPTY',
  'SETUP_TOKEN',
  'SITE_DIR',
  'SITE_PORT',
  'SITE_URL',
]

/**
 * The environment of checks and tests: what the person set, without the settings of their own Careword. Those are
 * empty rather than missing, so that a Careword that a test starts does not take them from `.env`.
 */
export async function testEnvironment(): Promise<Record<string, string>> {
  return {
    ...(await givenVariables()),
    ...Object.fromEntries(OWN_VARIABLES.map((name) => [name, ''])),
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}
