import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { BrotliOptions } from 'node:zlib'
import { promisify } from 'node:util'

/** How a file is stored beside its raw bytes: the name of the encoding in HTTP, and the ending of the file. */
export const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const
export type Encoding = (typeof encodings)[number]['name']

/** Below it headers weigh more than what is saved. */
const WORTH_IT_BYTES = 256

/** A file above it takes seconds at the best level of brotli, and is hardly smaller for it. */
const BEST_UP_TO_BYTES = 1024 * 1024

/** Whether bytes of this number are worth compressing. */
export function isWorthCompressing(size: number): boolean {
  return size >= WORTH_IT_BYTES
}

/** Compressed bytes, by the ending of the file that keeps them; those that are no smaller are absent. */
export type Compressed = readonly (readonly [ending: string, bytes: Buffer])[]

/** Compresses while the publish waits: a page of 30 kB takes about half a millisecond. */
export function compressQuickly(bytes: Uint8Array): Compressed {
  return smaller(bytes, brotliCompressSync(bytes, brotli(bytes, 1)), gzipSync(bytes, { level: 1 }))
}

const brotliCompressInPool = promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress)
const gzipInPool = promisify<Uint8Array, { level: number }, Buffer>(gzip)

/** Compresses as well as can be, off the main thread: a page of 30 kB takes about 60 milliseconds. */
export async function compressWell(bytes: Uint8Array): Promise<Compressed> {
  const quality = bytes.byteLength <= BEST_UP_TO_BYTES ? constants.BROTLI_MAX_QUALITY : 9
  const well = await brotliCompressInPool(bytes, brotli(bytes, quality))
  return smaller(bytes, well, await gzipInPool(bytes, { level: 9 }))
}

function brotli(bytes: Uint8Array, quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  }
}

function smaller(bytes: Uint8Array, br: Buffer, gz: Buffer): Compressed {
  const both = [['.br', br] as const, ['.gz', gz] as const]
  return both.filter(([, compressed]) => compressed.byteLength < bytes.byteLength)
}
