import { statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { count } from '../count.ts'
import type { SiteFile } from './release.ts'
import { objectFile } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'
import type { StoredRelease } from './stored-release.ts'

const FILES_AT_A_TIME = 500

/**
 * Looks whether the store has the bytes of every file of a release: a power cut or a person may have taken some.
 *
 * @param signal stops it
 * @returns the release without the files whose bytes are lost; itself when there is none or it was stopped
 */
export async function findLostFiles(
  stored: StoredRelease,
  layout: StoreLayout,
  log: (sentence: string) => void,
  signal?: AbortSignal,
): Promise<StoredRelease> {
  const { release } = stored
  const lost = new Set([
    ...(await lostOf(release.files, layout, signal)),
    ...(await lostOf(release.retained, layout, signal)),
  ])
  if (signal?.aborted) return stored
  const [first] = lost
  if (first === undefined) return stored
  log(`The store has lost ${count(lost.size, 'file')} of the site, such as “${first}”. They are made again.`)
  const without = new Map([...lost].map((path) => [path, undefined]))
  const files = release.files.with(without)
  return { ...stored, release: { ...release, files, retained: release.retained.with(without) } }
}

async function lostOf(
  files: ReadonlyMap<string, SiteFile>,
  { objects }: StoreLayout,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const lost: string[] = []
  let looked = 0
  for (const [path, { hash, size }] of files) {
    looked += 1
    if (looked % FILES_AT_A_TIME === 0) await setImmediate()
    if (signal?.aborted) break
    if (statSync(objectFile(objects, hash), { throwIfNoEntry: false })?.size !== size) lost.push(path)
  }
  return lost
}
