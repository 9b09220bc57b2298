import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { isMissing } from '../files/read-if-there.ts'
import { encodings } from '../store/compression.ts'
import type { Encoding } from '../store/compression.ts'
import type { SiteFile } from '../store/release.ts'
import { StoreDamaged } from '../store/store-errors.ts'
import { objectFile } from '../store/store-layout.ts'

/** The bytes of a file, open, and what is sure about them as long as they are. */
export type OpenObject = {
  handle: FileHandle
  size: number
  encoding: Encoding | undefined
}

/**
 * Opens a file once for all that is said about it: whatever is put in its place or deleted meanwhile, size and bytes
 * belong together.
 *
 * @param accepted the encodings to look for, best first
 * @returns the first of them that there is, or else the raw bytes; close the handle
 * @throws StoreDamaged when the raw bytes are lost
 */
export async function openObject(
  objectsDirectory: string,
  { hash, size }: SiteFile,
  accepted: readonly Encoding[],
): Promise<OpenObject> {
  const file = objectFile(objectsDirectory, hash)
  for (const encoding of accepted) {
    const ending = encodings.find(({ name }) => name === encoding)?.ending ?? ''
    const opened = await openIfThere(file + ending)
    // An empty one was damaged by a power cut.
    if (opened && opened.size > 0) return { ...opened, encoding }
    await opened?.handle.close()
  }
  const raw = await openIfThere(file)
  if (raw?.size === size) return { ...raw, encoding: undefined }
  await raw?.handle.close()
  throw new StoreDamaged(`${file} is ${raw ? 'damaged' : 'lost'}`)
}

async function openIfThere(file: string): Promise<{ handle: FileHandle; size: number } | undefined> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  try {
    return { handle, size: (await handle.stat()).size }
  } catch (error) {
    await handle.close()
    throw error
  }
}
