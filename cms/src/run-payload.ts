import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** What no command below uses, but without which the configuration is not complete. */
const STAND_INS = {
  PAYLOAD_SECRET: 'x'.repeat(32),
  NUDGE_SECRET: `whsec_${'x'.repeat(32)}`,
  PUBLISHER_API_KEY: 'x'.repeat(32),
}

/**
 * Runs a command of Payload's own that looks at the collections and opens no database, such as `generate:types`. It needs no
 * secrets, so it works before the first start.
 *
 * @returns the exit code
 */
export function runPayload(args: readonly string[]): number {
  const { status } = spawnSync('payload', args, {
    stdio: 'inherit',
    env: { ...STAND_INS, ...process.env, PAYLOAD_CONFIG_PATH: 'src/payload.config.ts', DATABASE_URI: '' },
  })
  return status ?? 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = runPayload(process.argv.slice(2))
