import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { isStaff } from '../access/staff.ts'

/** The paper of the public site by day. */
const GROUND = '#fbf8f2'

/**
 * Puts an uploaded picture that one can see through on a light ground. Such drawings are made for white paper: on the dark
 * pages of the site, and in previews of shared links, their dark lines would not be seen. Other pictures stay byte for byte.
 */
export const putOnLightGround: CollectionBeforeOperationHook = async ({ args, req, ...call }) => {
  const { file } = req
  // Typed wider, because a name in the type is deprecated, though not this one.
  const { overrideAccess }: { overrideAccess?: boolean } = call
  // Payload refuses everybody else next; nothing is drawn for them.
  if (!file || (overrideAccess !== true && !isStaff(req))) return args
  const picture = sharp(file.data, { animated: true })
  const { format, hasAlpha } = await picture.metadata()
  if (!hasAlpha || (await sharp(file.data).stats()).isOpaque) return args
  const flat = picture.autoOrient().flatten({ background: GROUND })
  // Sharp takes AVIF for HEIF, and would not know which kind of it to write.
  const data = await (format === 'heif' ? flat.avif() : flat).toBuffer()
  req.file = { ...file, data, size: data.length }
  return args
}
