import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { cannotWrite } from '../files/cannot-write.ts'

/**
 * Writes a file so that a reader sees the old one or the new one, whole. The folder it lies in is made if need be. A
 * long text can come in pieces, so that it is never in memory as a whole.
 */
export type WriteWhole = (file: string, data: string | Uint8Array | Iterable<string>) => void

let written = 0

/**
 * Writes by a rename from another folder of the same file system. It does not wait: a publish writes a few small
 * files, and each turn of the event loop would cost more than the file.
 *
 * @param unfinishedDirectory may be shared with other threads and processes
 * @returns a function that throws CannotWrite, and then leaves nothing behind
 */
export function wholeWriter(unfinishedDirectory: string): WriteWhole {
  return (file, data) => {
    written += 1
    const unfinished = join(unfinishedDirectory, `${process.pid}-${threadId}-${written}`)
    try {
      withFolder(unfinished, () => {
        if (typeof data === 'string' || data instanceof Uint8Array) writeFileSync(unfinished, data)
        else writePieces(unfinished, data)
      })
      withFolder(file, () => {
        renameSync(unfinished, file)
      })
    } catch (error) {
      // On a full disk it would keep what room is left, and each further try would leave another one.
      rmSync(unfinished, { force: true })
      throw cannotWrite(file, error)
    }
  }
}

/** Long enough that writing each costs little. */
const PIECE_LENGTH = 65_536

function writePieces(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, 'w')
  try {
    let text = ''
    for (const piece of pieces) {
      text += piece
      if (text.length < PIECE_LENGTH) continue
      writeFileSync(descriptor, text)
      text = ''
    }
    writeFileSync(descriptor, text)
  } finally {
    closeSync(descriptor)
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
