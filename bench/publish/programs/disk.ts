import { existsSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The room that folders take on the disk, in bytes. A file with several names counts once; what is not there, nothing. */
export async function diskUse(folders: readonly string[]): Promise<number> {
  const seen = new Set<number>()
  let bytes = 0
  const visit = async (entry: string): Promise<void> => {
    const stat = await lstat(entry).catch(() => undefined)
    if (!stat || seen.has(stat.ino)) return
    seen.add(stat.ino)
    bytes += stat.blocks * 512
    if (!stat.isDirectory()) return
    const names = await readdir(entry).catch(() => [])
    for (const name of names) await visit(path.join(entry, name))
  }
  for (const folder of folders) if (existsSync(folder)) await visit(folder)
  return bytes
}

const LONGEST_WAIT_MS = 20 * 60_000
const BETWEEN_LOOKS_MS = 2000

/** Waits until nothing is written there any more, twenty minutes at most. @returns the room that is taken then */
export async function settledDiskUse(folders: readonly string[]): Promise<number> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  let last: number
  let now = await diskUse(folders)
  do {
    last = now
    await pause(BETWEEN_LOOKS_MS)
    now = await diskUse(folders)
  } while (now !== last && performance.now() < deadline)
  return now
}
