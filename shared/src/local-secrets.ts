import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from './environment.ts'

/** Name of the file in the data directory that holds what the launcher made up at the first local start. */
export const LOCAL_SECRETS_FILE = 'secrets.json'

const secretsSchema = z.record(z.string(), z.string())

type Variables = Record<string, string | undefined>

/**
 * Fills in the secrets that the launcher made up at the first local start, so that each command also works when it
 * is run alone. A variable that is set keeps its value. In production nothing is filled in: there a missing secret
 * must be an error.
 *
 * @param variables the environment, usually `process.env`; it is not changed
 * @param dataDirectory the folder that DATA_DIR names
 * @returns the environment with the missing secrets
 * @throws EnvironmentError when the file is there but cannot be read
 */
export function withLocalSecrets(variables: Variables, dataDirectory: string): Variables {
  if (variables.NODE_ENV === 'production') return { ...variables }
  const missing = Object.entries(readSecrets(join(dataDirectory, LOCAL_SECRETS_FILE))).filter(
    ([name]) => !variables[name],
  )
  return { ...variables, ...Object.fromEntries(missing) }
}

function readSecrets(file: string): Record<string, string> {
  const text = readIfThere(file)
  if (text === undefined) return {}
  try {
    return secretsSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new EnvironmentError(
      `${file} should hold the local secrets as JSON, variable by variable, but it does not. ` +
        'Remove it: the next start makes new ones.',
      { cause },
    )
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new EnvironmentError(`${file} cannot be read: ${message}`, { cause: error })
  }
}
