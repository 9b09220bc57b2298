import { closeSync, createReadStream, readSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { contentTypeOf, isCompressible } from '../site/content-type.ts'
import type { Encoding } from '../store/compression.ts'
import type { SiteFile } from '../store/release.ts'
import { acceptedEncodings } from './accepted-encodings.ts'
import { openObject } from './open-object.ts'

/** Browsers keep a page but ask each time whether it changed. */
export const REVALIDATE = 'no-cache'

/** A larger file is sent as it is read. */
const AT_ONCE_BYTES = 512 * 1024

/**
 * Answers with a file of a release, compressed if the caller takes that. Nothing is sent before the file is open.
 *
 * @param status 200, or another one for a page that stands for what was asked for
 * @throws StoreDamaged when its bytes are lost
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  status: 200 | 404,
  { objectsDirectory, path, file }: { objectsDirectory: string; path: string; file: SiteFile },
): Promise<void> {
  const isNegotiated = isCompressible(path)
  const accepted = isNegotiated ? acceptedEncodings(request.headers['accept-encoding']) : []
  const { descriptor, size, encoding } = openObject(objectsDirectory, file, accepted)
  let isOurs = true
  try {
    if (status !== 200 || !response.hasHeader('Cache-Control'))
      response.setHeader('Cache-Control', REVALIDATE)
    if (isNegotiated) response.setHeader('Vary', 'Accept-Encoding')
    const etag = etagOf(file, encoding)
    response.setHeader('ETag', etag)
    if (status === 200 && isKnown(etag, request.headers['if-none-match'])) {
      response.writeHead(304).end()
      return
    }
    if (encoding) response.setHeader('Content-Encoding', encoding)
    const isStreamed = request.method !== 'HEAD' && size > AT_ONCE_BYTES
    const bytes = request.method === 'HEAD' || isStreamed ? undefined : readAll(descriptor, size)
    response.writeHead(status, { 'Content-Type': contentTypeOf(path), 'Content-Length': size })
    if (!isStreamed) {
      response.end(bytes)
      return
    }
    // The stream closes it, also when the caller goes away.
    isOurs = false
    await pipeline(createReadStream(path, { fd: descriptor }), response)
  } finally {
    if (isOurs) closeSync(descriptor)
  }
}

function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  for (let done = 0; done < size;) {
    const read = readSync(descriptor, bytes, done, size - done, done)
    if (read === 0) throw new Error('it has become shorter while it was read')
    done += read
  }
  return bytes
}

/** Compressed bytes become others with the same meaning when they are compressed better, so their validator is weak. */
function etagOf({ hash }: SiteFile, encoding: Encoding | undefined): string {
  const name = hash.slice(0, 32)
  return encoding ? `W/"${name}-${encoding}"` : `"${name}"`
}

/** Whether the caller has these bytes already (`If-None-Match`). */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  const known = ifNoneMatch?.split(',').map(bare) ?? []
  return known.includes(bare(etag)) || known.includes('*')
}
