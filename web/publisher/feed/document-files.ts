import { hash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { documentKeySchema, keyOf } from '@careword/shared/change-feed.ts'
import { z } from 'zod'
import type { DocumentHead, LargeFields } from '../../content/stored-document.ts'
import { UNFINISHED } from '../files/atomic-file.ts'
import { cannotWrite } from '../files/cannot-write.ts'
import { isMissing } from '../files/read-if-there.ts'

/**
 * A version of a document is a file of two lines: first what is held in memory, then the large fields. It never
 * changes, so whoever reads one while others are written reads the right one.
 */
const headSchema = documentKeySchema.extend({
  version: z.string(),
  fields: z.array(
    z.union([z.tuple([z.string(), z.unknown()]), z.tuple([z.string(), z.string(), z.literal('on disk')])]),
  ),
  /** The length of the second line in bytes. */
  large: z.number(),
})

type Place = { collection: string; id: string; version: string }

/** How a version of a document is named among those to keep. */
export function versionName(key: string, version: string): string {
  return `${key}@${version}`
}

const LONGEST_NAME = 200

/**
 * The file of a version. Its key and version come over the network, so nothing in them may lead out of the folder.
 *
 * @param name as `versionName` gives it
 */
export function fileNameOf(name: string): string {
  const encoded = encodeURIComponent(name)
  return `${encoded.length > LONGEST_NAME ? hash('sha256', name) : encoded}.json`
}

function fileOf(directory: string, { collection, id, version }: Place): string {
  return join(directory, fileNameOf(versionName(`${collection}:${id}`, version)))
}

/** Writes a version, whole or not at all. @throws CannotWrite */
export function writeDocument(directory: string, head: DocumentHead, large: LargeFields): void {
  const second = JSON.stringify(large)
  const first = JSON.stringify({ ...head, large: Buffer.byteLength(second) })
  const file = fileOf(directory, head)
  try {
    writeFileSync(file + UNFINISHED, `${first}\n${second}`)
    renameSync(file + UNFINISHED, file)
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

/** Most first lines are shorter. */
const FIRST_READ_BYTES = 8192
const NEWLINE = 10
const firstBytes = Buffer.allocUnsafe(FIRST_READ_BYTES)

/** What is held in memory of a version. @returns undefined when there is no such file, or it is not whole */
export function readHead(directory: string, place: Place): DocumentHead | undefined {
  const file = fileOf(directory, place)
  try {
    const { first, size } = readFirstLine(file)
    const { large, ...head } = headSchema.parse(JSON.parse(first.toString('utf8')))
    const isWhole = first.length + 1 + large === size
    const isTheOne = keyOf(head) === `${place.collection}:${place.id}` && head.version === place.version
    return isWhole && isTheOne ? head : undefined
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

function readFirstLine(file: string): { first: Buffer; size: number } {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const read = firstBytes.subarray(0, readSync(descriptor, firstBytes, 0, FIRST_READ_BYTES, 0))
    const end = read.indexOf(NEWLINE)
    if (end >= 0) return { first: read.subarray(0, end), size }
  } finally {
    closeSync(descriptor)
  }
  const whole = readFileSync(file)
  const end = whole.indexOf(NEWLINE)
  return { first: whole.subarray(0, end < 0 ? whole.length : end), size: whole.length }
}

/**
 * Reads the large fields of a version.
 *
 * @returns them, and how long they are as text
 * @throws whatever comes of a file that is not there or not whole
 */
export function readLarge(directory: string, place: Place): { large: LargeFields; length: number } {
  const text = readFileSync(fileOf(directory, place), 'utf8')
  const second = text.slice(text.indexOf('\n') + 1)
  return { large: JSON.parse(second) as LargeFields, length: second.length }
}

/** Removes the file of a version, if there is one. */
export function removeDocument(directory: string, place: Place): void {
  rmSync(fileOf(directory, place), { force: true })
}

/** Removes what a kill left half-written. */
export async function removeUnfinished(directory: string): Promise<void> {
  for (const name of await readdir(directory))
    if (name.endsWith(UNFINISHED)) rmSync(join(directory, name), { force: true })
}
