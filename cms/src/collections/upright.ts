import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { isStaff } from '../access/staff.ts'

/** Close to what a camera writes, so that a photograph that is written anew looks the same. */
const QUALITY = 95

/**
 * Turns an uploaded photograph that lies on its side, with a note in it how to turn it, as telephones make them. Payload
 * takes width, height and crop from the picture as it lies: the part that was chosen would be another one, on its side.
 * Other pictures stay byte for byte.
 */
export const turnUpright: CollectionBeforeOperationHook = async ({ args, req, ...call }) => {
  const { file } = req
  // Typed wider, because a name in the type is deprecated, though not this one.
  const { overrideAccess }: { overrideAccess?: boolean } = call
  // Payload refuses everybody else next; nothing is drawn for them.
  if (!file || (overrideAccess !== true && !isStaff(req))) return args
  const { format, orientation = 1 } = await sharp(file.data).metadata()
  if (orientation === 1) return args
  const data = await sharp(file.data, { animated: true })
    .autoOrient()
    .keepIccProfile()
    // Sharp takes AVIF for HEIF, and would not know which kind of it to write. PNG loses nothing, unless it is told a quality.
    .toFormat(format === 'heif' ? 'avif' : format, format === 'png' ? {} : { quality: QUALITY })
    .toBuffer()
  req.file = { ...file, data, size: data.length }
  return args
}
