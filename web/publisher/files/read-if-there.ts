import { readFile } from 'node:fs/promises'

/** @returns the text of a file; undefined when there is none */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

// ENOTDIR: a part of the path is a file; ESRCH: a file below /proc whose process ended meanwhile.
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ESRCH'])

/** Whether an error of the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return MISSING.has((error as NodeJS.ErrnoException).code ?? '')
}
