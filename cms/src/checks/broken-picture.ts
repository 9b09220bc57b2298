import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { isStaff } from '../access/staff.ts'

/** As sharp names them; AVIF is a kind of HEIF. */
const readable = ['jpeg', 'png', 'webp', 'heif']

/** Twice what the largest cameras make; a small file can hold far more, which would take the memory of the server. */
const MOST_PIXELS = 200e6

/**
 * Refuses a file that is no whole picture of a kind that browsers show, before anything of it is stored, and a new picture
 * without a file, which Payload would fetch from an address that the caller names.
 */
export const refuseBrokenPicture: CollectionBeforeOperationHook = async ({ args, req, ...call }) => {
  // Typed wider, because one of the names in the type is deprecated, though not the one used here.
  const { operation, overrideAccess }: { operation: string; overrideAccess?: boolean } = call
  // Reading pictures takes time; for whoever may not upload any, nothing is read. Payload refuses them next.
  if (overrideAccess !== true && !isStaff(req)) return args
  const { file } = req
  const isCopy = (args as { duplicateFromID?: unknown }).duplicateFromID !== undefined
  if (operation === 'create' && !file && !isCopy) throw refusal('Choose a picture file to upload.')
  const problem = file && (await problemWith(file.data))
  if (file && problem === 'large')
    throw refusal(
      `The picture “${file.name}” has more than ${MOST_PIXELS / 1e6} million pixels. Make it smaller in the program that made it, then upload it.`,
    )
  if (file && problem === 'broken')
    throw refusal(
      `The picture “${file.name}” cannot be read. The file is broken, or it is not a JPEG, PNG, WebP or AVIF picture. Save it again in the program that made it, then upload it.`,
    )
  return args
}

function refusal(message: string): APIError {
  return new APIError(message, 400, null, true)
}

async function problemWith(data: Buffer): Promise<'broken' | 'large' | undefined> {
  try {
    // Only the header is read.
    const { format, width, height } = await sharp(data, {
      failOn: 'error',
      limitInputPixels: false,
    }).metadata()
    if (!readable.includes(format)) return 'broken'
    if (width * height > MOST_PIXELS) return 'large'
    // Reading every pixel finds a file that was cut off, which its header does not show.
    await sharp(data, { failOn: 'error' }).stats()
    return undefined
  } catch {
    return 'broken'
  }
}
