import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({ build: z.string().regex(/^[\w.-]+$/) })

/**
 * The build of the renderer that is in use.
 *
 * @param directory where the builds are
 * @returns its name, or undefined when there is none yet
 */
export async function readCurrentBuild(directory: string): Promise<string | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(fileIn(directory), 'utf8'))).build
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${fileIn(directory)} cannot be read; build the renderer again.`, { cause: error })
  }
}

/** Makes a build the one in use, in one step: whoever reads sees the old name or the new one. */
export async function writeCurrentBuild(directory: string, build: string): Promise<void> {
  const next = `${fileIn(directory)}.${process.pid}`
  await writeFile(next, `${JSON.stringify({ build })}\n`)
  await rename(next, fileIn(directory))
}

function fileIn(directory: string): string {
  return join(directory, 'current.json')
}
