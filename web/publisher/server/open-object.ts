import { closeSync, fstatSync, openSync } from 'node:fs'
import { isMissing } from '../files/read-if-there.ts'
import { encodings } from '../store/compression.ts'
import type { Encoding } from '../store/compression.ts'
import type { SiteFile } from '../store/release.ts'
import { StoreDamaged } from '../store/store-errors.ts'
import { objectFile } from '../store/store-layout.ts'

/** The bytes of a file, open, and what is sure about them as long as they are. */
export type OpenObject = {
  descriptor: number
  size: number
  encoding: Encoding | undefined
}

/**
 * Opens a file once for all that is said about it: whatever is put in its place or deleted meanwhile, size and bytes
 * belong together. It does not wait: the bytes mostly are in memory, and each turn through the threads for files costs more than the step itself.
 *
 * @param accepted the encodings to look for, best first
 * @returns the first of them that there is, or else the raw bytes; close the descriptor
 * @throws StoreDamaged when the raw bytes are lost
 */
export function openObject(
  objectsDirectory: string,
  { hash, size }: SiteFile,
  accepted: readonly Encoding[],
): OpenObject {
  const file = objectFile(objectsDirectory, hash)
  for (const encoding of accepted) {
    const ending = encodings.find(({ name }) => name === encoding)?.ending ?? ''
    const opened = openIfThere(file + ending)
    // An empty one was damaged by a power cut.
    if (opened && opened.size > 0) return { ...opened, encoding }
    if (opened) closeSync(opened.descriptor)
  }
  const raw = openIfThere(file)
  if (raw?.size === size) return { ...raw, encoding: undefined }
  if (raw) closeSync(raw.descriptor)
  throw new StoreDamaged(`${file} is ${raw ? 'damaged' : 'lost'}`)
}

function openIfThere(file: string): { descriptor: number; size: number } | undefined {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  try {
    return { descriptor, size: fstatSync(descriptor).size }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}
