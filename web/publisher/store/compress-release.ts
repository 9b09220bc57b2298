import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../files/read-if-there.ts'
import { isCompressible } from '../site/content-type.ts'
import type { CompressedList } from './compressed-list.ts'
import { compressWell, isWorthCompressing } from './compression.ts'
import type { Release } from './release.ts'
import { objectFile } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'

/**
 * Compresses the files of a release at the best level that were only compressed quickly, one after another. Each takes
 * the place of the quick one by a rename.
 *
 * @param done takes down what is compressed
 */
export async function compressRelease(
  release: Release | undefined,
  { objects, unfinished }: Pick<StoreLayout, 'objects' | 'unfinished'>,
  done: CompressedList,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [path, { hash, size }] of release?.files ?? []) {
    if (signal?.aborted) return
    if (done.has(hash) || !isCompressible(path) || !isWorthCompressing(size)) continue
    const file = objectFile(objects, hash)
    const bytes = await readIfWhole(file, size)
    // What is lost or damaged is somebody else's to mend.
    if (!bytes) continue
    for (const [ending, compressed] of await compressWell(bytes)) {
      const next = join(unfinished, 'compressed')
      await writeFile(next, compressed)
      await rename(next, file + ending)
    }
    done.add(hash)
  }
}

async function readIfWhole(file: string, size: number): Promise<Buffer | undefined> {
  try {
    const bytes = await readFile(file)
    return bytes.byteLength === size ? bytes : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
