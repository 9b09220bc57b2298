import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { inProject } from '../project.ts'
import { hasCode } from '../system-error.ts'

/**
 * What the person set: the process's own variables, then those of the file. An empty one counts as not set, and one
 * that is empty in the process's own hides the file's.
 *
 * @param file need not exist
 */
export async function givenVariables(
  own: Record<string, string | undefined> = process.env,
  file = inProject('.env'),
): Promise<Record<string, string>> {
  return withoutEmpty({ ...(await readEnvFile(file)), ...own })
}

async function readEnvFile(file: string): Promise<Record<string, string | undefined>> {
  try {
    return parseEnv(await readFile(file, 'utf8'))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return {}
    throw error
  }
}

function withoutEmpty(variables: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}
