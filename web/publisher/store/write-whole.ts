import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

/** Writes a file so that a reader sees the old one or the new one, whole. The folder it lies in is made if need be. */
export type WriteWhole = (file: string, data: string | Uint8Array) => void

let written = 0

/**
 * Writes by a rename from another folder of the same file system. It does not wait: a publish writes a few small
 * files, and each turn of the event loop would cost more than the file.
 *
 * @param unfinishedDirectory may be shared with other threads and processes
 */
export function wholeWriter(unfinishedDirectory: string): WriteWhole {
  return (file, data) => {
    written += 1
    const unfinished = join(unfinishedDirectory, `${process.pid}-${threadId}-${written}`)
    withFolder(unfinished, () => {
      writeFileSync(unfinished, data)
    })
    withFolder(file, () => {
      renameSync(unfinished, file)
    })
  }
}

/** Tries first and makes the folder when it is missing: nearly always it is there. */
function withFolder(file: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(file), { recursive: true })
    act()
  }
}
