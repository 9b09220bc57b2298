import { mkdirSync, statSync } from 'node:fs'
import { findLostFiles } from './lost-files.ts'
import { parsePointer, readPointerText, writePointer } from './pointer.ts'
import { formatRoot } from './root-file.ts'
import { writeShardFile } from './shard-files.ts'
import { hashOfShard } from './shard-text.ts'
import { rootFile, shardFile } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'
import type { StoreState } from './store-state.ts'
import type { StoredRelease } from './stored-release.ts'

/**
 * Puts back what somebody has taken from the store while it was open, as far as it is known here: what says which release is shown,
 * and what that release has. Files of it whose bytes are lost are left out, so that the next publish makes them again; not during a
 * hold, whose release no publish makes again.
 *
 * @param signal stops the search for lost files; then nothing is left out
 * @returns whether files are left out
 * @throws CannotWrite
 */
export async function mendStore(state: StoreState, signal?: AbortSignal): Promise<boolean> {
  const { changes, current, layout, log, newest, write } = state
  if (!current) return false
  const { number } = current.root
  mkdirSync(layout.unfinished, { recursive: true })
  putPartsBack(state, current)
  if (!isThere(rootFile(layout, number))) write(rootFile(layout, number), formatRoot(current.root))
  if (!isPointedAt(layout, number, newest)) writePointer(layout, { release: number, newest })
  if (state.hold) return false

  const whole = await findLostFiles(current, layout, log, signal)
  if (whole === current || state.changes !== changes) return false
  state.changes += 1
  state.current = whole
  return true
}

function putPartsBack({ layout, write }: StoreState, { root, release }: StoredRelease): void {
  for (const kind of ['files', 'retained', 'documents'] as const)
    for (const [index, shard] of release[kind].shards.entries()) {
      const hash = root[kind][index]
      // A part of which lost files were left out is not the one that the release names.
      if (hash !== undefined && hash === hashOfShard(shard) && !isThere(shardFile(layout, hash)))
        writeShardFile(layout, write, hash, shard)
    }
}

function isPointedAt(layout: StoreLayout, number: number, newest: number): boolean {
  const pointer = parsePointer(readPointerText(layout))
  return pointer?.release === number && pointer.newest === newest
}

/** An empty one was damaged by a power cut. */
function isThere(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}
