import { rmSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isMissing } from '../files/read-if-there.ts'
import { discardNotes } from './notes-packs.ts'
import type { CompressedList } from './compressed-list.ts'
import { numbersOnDisk } from './pointer.ts'
import type { Root } from './root-file.ts'
import { shardReader } from './shard-files.ts'
import { StoreDamaged } from './store-errors.ts'
import { rootFile } from './store-layout.ts'
import type { StoreState } from './store-state.ts'

/** Besides them, the current release and the one that the site is held at are kept. */
export const KEPT_RELEASES = 20

/** To look through the whole store for each release that falls out would cost more than the releases do. */
export const RELEASES_AT_A_TIME = 10

/**
 * A file that was written or asked for since then may belong to a release in the making, or to one that a server is
 * still reading.
 */
export const IN_THE_MAKING_MS = 60 * 60 * 1000

const PARTS_AT_A_TIME = 16

/** What kept releases need. */
type Needed = { objects: Set<string>; shards: Set<string>; notes: Set<number> }

/** So many may wait for a quiet moment. */
const RELEASES_AT_MOST = 100

/** Whether enough releases have fallen out for it to be worth while. */
export function isGarbageDue(state: StoreState): boolean {
  return fallenOut(state) >= RELEASES_AT_A_TIME
}

/** Whether so many have fallen out that it must not wait any more. */
export function isGarbageOverdue(state: StoreState): boolean {
  return fallenOut(state) >= RELEASES_AT_MOST
}

function fallenOut(state: StoreState): number {
  return state.roots.size - keptRoots(state).length
}

/**
 * Deletes the releases that are not kept any more and what only they needed. Works in small pieces, and gives up when
 * the store changes in between; what is left is deleted by the next one.
 *
 * @returns whether it came to its end
 */
export async function collectGarbage(
  state: StoreState,
  compressed: CompressedList,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { changes, layout } = state
  const mayGoOn = async () => {
    await setImmediate()
    return state.changes === changes && !signal?.aborted
  }
  const kept = keptRoots(state)
  const needed = await needsOf(kept, state, mayGoOn)
  if (!needed) return false

  const numbers = new Set(kept.map(({ number }) => number))
  for (const number of numbersOnDisk(layout)) {
    if (numbers.has(number)) continue
    rmSync(rootFile(layout, number), { force: true })
    state.roots.delete(number)
  }
  discardNotes(layout, (number) => !needed.notes.has(number))
  compressed.keepOnly(needed.objects)
  return (
    (await sweep(layout.shards, (name) => needed.shards.has(name.replace(/\.json$/, '')), mayGoOn)) &&
    (await sweep(layout.objects, (name) => needed.objects.has(name.slice(0, 64)), mayGoOn))
  )
}

function keptRoots({ roots, current, hold }: StoreState): Root[] {
  const always = new Set([current?.root.number, hold?.release])
  return [...roots.values()]
    .sort((a, b) => b.number - a.number)
    .filter(({ number }, index) => index < KEPT_RELEASES || always.has(number))
}

async function needsOf(
  kept: readonly Root[],
  { current, layout, roots, log }: StoreState,
  mayGoOn: () => Promise<boolean>,
): Promise<Needed | undefined> {
  const reader = shardReader(layout)
  const needed: Needed = { objects: new Set(), shards: new Set(), notes: new Set() }
  let read = 0
  for (const root of kept) {
    needed.notes.add(root.number)
    for (const hash of root.documents) if (hash !== undefined) needed.shards.add(hash)
    for (const kind of ['files', 'retained'] as const)
      for (const hash of root[kind]) {
        if (hash === undefined || needed.shards.has(hash)) continue
        read += 1
        if (read % PARTS_AT_A_TIME === 0 && !(await mayGoOn())) return undefined
        needed.shards.add(hash)
        try {
          for (const { hash: object, notes } of reader[kind](hash).values()) {
            needed.objects.add(object)
            if (notes !== undefined) needed.notes.add(notes)
          }
        } catch (error) {
          if (!(error instanceof StoreDamaged)) throw error
          log(`Release ${root.number} cannot be brought back. ${error.message}`)
          if (root !== current?.root) roots.delete(root.number)
        }
      }
  }
  // What is known of the current release counts, whatever has become of its files.
  for (const list of [current?.release.files, current?.release.retained])
    for (const { hash, notes } of list?.values() ?? []) {
      needed.objects.add(hash)
      if (notes !== undefined) needed.notes.add(notes)
    }
  return (await mayGoOn()) ? needed : undefined
}

/** @returns whether it came to its end */
async function sweep(
  directory: string,
  isNeeded: (name: string) => boolean,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  for (const folder of await namesOf(directory)) {
    if (!/^[\da-f]{2}$/.test(folder)) continue
    const names = await namesOf(join(directory, folder))
    if (!(await mayGoOn())) return false
    // At once, so that nothing comes between the look and the deletion. The raw bytes come first: without them the rest
    // counts for nothing.
    const oldest = Date.now() - IN_THE_MAKING_MS
    for (const name of names.filter((one) => !isNeeded(one)).sort()) {
      const file = join(directory, folder, name)
      const raw = join(directory, folder, name.slice(0, 64))
      const changed = (statSync(raw, { throwIfNoEntry: false }) ?? statSync(file, { throwIfNoEntry: false }))
        ?.mtimeMs
      if (changed !== undefined && changed < oldest) rmSync(file, { force: true })
    }
  }
  return true
}

async function namesOf(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
