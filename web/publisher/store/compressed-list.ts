import { appendFileSync, readFileSync } from 'node:fs'
import { isMissing } from '../files/read-if-there.ts'
import type { WriteWhole } from './write-whole.ts'

/** The files of the store that are compressed at the best level, by hash. Lost, it is made again by compressing. */
export type CompressedList = {
  has(hash: string): boolean
  add(hash: string): void
  /** Forgets all others. */
  keepOnly(hashes: ReadonlySet<string>): void
}

/** Opens the list, which is a file of a hash a line, to which lines are added. */
export function openCompressedList(file: string, write: WriteWhole): CompressedList {
  const known = new Set(textOf(file).match(/^[\da-f]{64}$/gm))
  return {
    has: (hash) => known.has(hash),
    add(hash) {
      // A line break on both sides: a kill may have cut off the line before.
      appendFileSync(file, `\n${hash}\n`)
      known.add(hash)
    },
    keepOnly(hashes) {
      const before = known.size
      for (const hash of known) if (!hashes.has(hash)) known.delete(hash)
      if (known.size < before) write(file, [...known].map((hash) => `${hash}\n`).join(''))
    },
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}
