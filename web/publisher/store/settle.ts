import { setTimeout } from 'node:timers/promises'
import { collectGarbage, isGarbageDue, isGarbageOverdue } from './collect-garbage.ts'
import { openCompressedList } from './compressed-list.ts'
import type { CompressedList } from './compressed-list.ts'
import { compressRelease } from './compress-release.ts'
import { plainTree } from './plain-tree.ts'
import type { Release } from './release.ts'
import type { ReleaseStore, SettleUpTo } from './release-store.ts'
import type { StoreState } from './store-state.ts'

/** How often to look whether somebody has changed files of the plain tree. */
const MEND_AGAIN_MS = 60_000

/**
 * What can wait until a release is live. The plain tree comes first, since visitors of other hosts wait for it;
 * compression comes last, since it takes the longest and is cut short by every publish.
 *
 * A call waits for the one before.
 *
 * @param quietMs before the store is tidied and files are compressed at the best level, which keeps a core busy: so long
 *   after a publish often comes the next
 */
export function settling(state: StoreState, quietMs: number): ReleaseStore['settle'] {
  const { directories, layout, write, log } = state
  const tree = plainTree(directories, layout.objects, log)
  let compressed: CompressedList | undefined
  // A kill may have left what no release needs.
  let isSwept = false
  let mendedAt = -Infinity
  let before = Promise.resolve()

  const settle = async (signal: AbortSignal | undefined, upTo: SettleUpTo | undefined): Promise<void> => {
    if (!state.current || signal?.aborted) return
    const { release } = state.current
    try {
      await tree.bringTo(release, signal)
      if (upTo === 'mended tree') await tree.mend(release, signal)
    } finally {
      // A folder that cannot be written must not keep the store from being tidied.
      if (!upTo) await tidy(release, signal)
    }
  }

  const tidy = async (release: Release, signal: AbortSignal | undefined): Promise<void> => {
    compressed ??= openCompressedList(layout.compressed, write)
    const collect = async (kept: CompressedList) => {
      if (!signal?.aborted) isSwept = await collectGarbage(state, kept, signal)
    }
    if (isGarbageOverdue(state)) await collect(compressed)
    // A publish cuts each of these short, to begin anew after it.
    if (!(await isQuiet(quietMs, signal))) return
    if (!isSwept || isGarbageDue(state)) await collect(compressed)
    if (performance.now() - mendedAt > MEND_AGAIN_MS) {
      await tree.mend(release, signal)
      if (!signal?.aborted) mendedAt = performance.now()
    }
    await compressRelease(state.current?.release, layout, compressed, signal)
  }

  return async (signal, upTo) => {
    const run = before.then(async () => settle(signal, upTo))
    before = run.catch(() => undefined)
    return run
  }
}

/** @returns whether nothing came in between */
async function isQuiet(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await setTimeout(ms, undefined, signal && { signal })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  return !signal?.aborted
}
