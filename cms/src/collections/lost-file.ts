import { stat } from 'node:fs/promises'
import path from 'node:path'
import { APIError } from 'payload'
import type { CollectionSlug, PayloadRequest } from 'payload'

/** That nothing has this name; after any other failure, such as that of a disk, the file may still be there. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

/**
 * For `upload.handlers`: says of a file that is not on the disk that it is missing, which for Payload is a failure of the
 * server. The publisher tells by it a picture that was lost, without which the site goes on, from a CMS that fails.
 * What is on the disk Payload sends itself; it has checked before that the caller may read files.
 *
 * @throws APIError 404
 */
export async function refuseLostFile(
  req: PayloadRequest,
  { params: { collection, filename } }: { params: { collection: string; filename: string } },
): Promise<void> {
  // Payload also asks for files that an upload names, before it knows who uploads; nobody is to learn from that what is there.
  if (req.method !== 'GET') return
  const { upload } = req.payload.collections[collection as CollectionSlug].config
  if (upload.disableLocalStorage || typeof upload.staticDir !== 'string') return
  const folder = path.resolve(upload.staticDir)
  const file = path.resolve(folder, filename)
  // Payload refuses what lies outside.
  if (!file.startsWith(folder + path.sep)) return
  if (await isFile(file)) return
  throw new APIError(`The media library has no file “${filename}”.`, 404, null, true)
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch (error) {
    if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
