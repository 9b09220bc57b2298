import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LOCAL_SECRETS_FILE } from '@careword/shared/local-secrets.ts'
import { z } from 'zod'
import { cannotWrite } from '../../web/publisher/files/cannot-write.ts'
import { hasCode } from '../system-error.ts'

const schema = z.object({
  PAYLOAD_SECRET: z.string().min(32),
  NUDGE_SECRET: z.string().startsWith('whsec_'),
  PUBLISHER_API_KEY: z.string().min(32),
})

/** What the programs prove themselves to each other with, by the name of the variable. */
export type Secrets = z.infer<typeof schema>

/** The file of secrets is there but cannot be used; the message says what to do. */
export class BrokenSecretsError extends Error {
  override readonly name = 'BrokenSecretsError'
}

/** New random secrets. */
export function makeSecrets(): Secrets {
  return {
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    NUDGE_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    PUBLISHER_API_KEY: randomBytes(32).toString('hex'),
  }
}

/**
 * The secrets of this checkout: read from `secrets.json` in the data directory, made there the first time.
 * A file that exists is never written to; only its permissions are narrowed to its owner.
 *
 * @param dataDirectory made with mode 700 when it is missing
 * @throws BrokenSecretsError when the file does not hold every secret, CannotWrite when it cannot be made
 */
export async function keepSecrets(dataDirectory: string): Promise<Secrets> {
  const file = path.join(dataDirectory, LOCAL_SECRETS_FILE)
  const made = makeSecrets()
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
    if (await putIfNone(file, `${JSON.stringify(made, null, 2)}\n`)) return made
  } catch (error) {
    throw cannotWrite(file, error)
  }
  if ((await stat(file)).mode & 0o077) await chmod(file, 0o600)
  return parseSecrets(await readFile(file, 'utf8'), file)
}

/**
 * Writes the file beside its place and links it there when it is whole: a full disk or a power cut leaves no half a file,
 * and a file that is there stays.
 *
 * @returns whether there was none
 */
async function putIfNone(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true })
    await link(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

function parseSecrets(text: string, file: string): Secrets {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw broken(file, 'it is not JSON', cause)
  }
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const names = result.error.issues.map((issue) => issue.path.join('.') || 'everything')
  throw broken(file, `missing or wrong: ${names.join(', ')}`, result.error)
}

function broken(file: string, problem: string, cause: unknown): BrokenSecretsError {
  return new BrokenSecretsError(
    `The file of secrets ${file} cannot be used (${problem}). Restore it from a backup. ` +
      'Or delete it and start again: new secrets are made, everyone has to log in again, and API keys made in the CMS have to be made anew.',
    { cause },
  )
}
