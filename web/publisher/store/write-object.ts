import { hash as digestOf } from 'node:crypto'
import { statSync, utimesSync } from 'node:fs'
import { isCompressible } from '../site/content-type.ts'
import { compressQuickly, isWorthCompressing } from './compression.ts'
import type { SiteFile } from './release.ts'
import { objectFile, unfinishedDirectoryOf } from './store-layout.ts'
import { wholeWriter } from './write-whole.ts'

/**
 * Puts bytes into a store, beside them compressed at a quick level where that is worth it. May be called in any
 * thread, for the same bytes at once too: a reader finds all of them or nothing. Bytes that are there already are
 * not written again.
 *
 * @param objectsDirectory of the store
 * @param path of the file in the site; its ending says whether it is compressed
 * @returns what a release says of the file
 */
export function writeObject(
  objectsDirectory: string,
  path: string,
  bytes: Uint8Array,
): Pick<SiteFile, 'hash' | 'size'> {
  const hash = digestOf('sha256', bytes, 'hex')
  const size = bytes.byteLength
  const file = objectFile(objectsDirectory, hash)
  if (isThere(file, size)) return { hash, size }

  const write = wholeWriter(unfinishedDirectoryOf(objectsDirectory))
  if (isCompressible(path) && isWorthCompressing(size))
    for (const [ending, compressed] of compressQuickly(bytes)) write(file + ending, compressed)
  // Last: where it is, the others are.
  write(file, bytes)
  return { hash, size }
}

/** Of another size it was damaged, by a power cut, and is written again. */
function isThere(file: string, size: number): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== size) return false
  // The time says that somebody wants it, so that it is not deleted before the release that has it is made.
  const now = new Date()
  try {
    utimesSync(file, now, now)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
