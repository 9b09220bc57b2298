import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { cannotWrite } from './cannot-write.ts'

/** How the name of a file ends that is still being written; one that is left over is the trace of a kill. */
export const UNFINISHED = '.unfinished'

/**
 * Writes a file so that a reader sees the old one or the new one, whole. The folders on the way are made.
 *
 * @throws CannotWrite
 */
export async function writeAtomically(file: string, data: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file + UNFINISHED, data)
    await rename(file + UNFINISHED, file)
  } catch (error) {
    throw cannotWrite(file, error)
  }
}
