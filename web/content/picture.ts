import { hash } from 'node:crypto'
import { mediaPath } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { slugFrom } from '@careword/shared/slug.ts'
import { CannotRender } from './cannot-render.ts'

/** One file of a picture, with its size in pixels. */
export type PictureFile = { path: string; width: number; height: number }

/** A picture of the media library as a page shows it. */
export type Picture = {
  /** Empty when the picture says nothing that the text does not say. */
  alt: string
  credit?: string
  /** For `<source>`: the sizes of each format, small ones first, the best format first. */
  formats: { type: 'image/avif' | 'image/webp'; files: PictureFile[] }[]
  /** For `<img>`: the largest file that every browser shows. */
  fallback: PictureFile
  /** The point that must be seen when the picture is cropped, in percent from the left and the top. */
  focus?: { x: number; y: number }
}

/** A file that the site needs, and the file of the CMS that it is a copy of. */
export type MediaFile = {
  /** Name below `/media/`; it changes with the bytes. */
  file: string
  /** File name in the CMS. */
  source: string
}

const sizesOf = {
  'image/avif': ['smallAvif', 'mediumAvif', 'largeAvif'],
  'image/webp': ['smallWebp', 'mediumWebp', 'largeWebp'],
} as const

type StoredFile = { filename?: string; width?: number; height?: number }

/**
 * Describes a picture and the files it needs.
 *
 * @throws CannotRender when the document has no picture in it
 */
export function describePicture(document: PublicDocument<'media'>): { picture: Picture; files: MediaFile[] } {
  const { fields } = document
  const files: MediaFile[] = []

  const take = (stored: StoredFile | undefined, size: string): PictureFile | undefined => {
    if (!stored?.filename || !stored.width || !stored.height) return undefined
    const file = publicName(document, stored.filename, size)
    files.push({ file, source: stored.filename })
    return { path: mediaPath(file), width: stored.width, height: stored.height }
  }

  const formats = (['image/avif', 'image/webp'] as const).flatMap((type) => {
    let widest = 0
    const found = sizesOf[type].flatMap((size) => {
      const stored = fields.sizes?.[size]
      // A picture smaller than a size is not enlarged, so several sizes may be the same file.
      if ((stored?.width ?? 0) <= widest) return []
      widest = stored?.width ?? widest
      return take(stored, size.replace(/Avif|Webp/, '')) ?? []
    })
    return found.length > 0 ? [{ type, files: found }] : []
  })
  const fallback = formats.find(({ type }) => type === 'image/webp')?.files.at(-1) ?? take(fields, 'original')
  if (!fallback) throw cannot(document, 'filename', 'The file of this picture is missing. Upload it again.')
  const alt = fields.decorative ? '' : (fields.alt ?? '')
  const { credit, focalX, focalY } = fields
  const focus = focalX !== undefined && focalY !== undefined && { x: focalX, y: focalY }
  return {
    picture: { alt, ...(credit && { credit }), formats, fallback, ...(focus && { focus }) },
    files,
  }
}

/** Long enough that two pictures never share a name, short enough to read. */
const HASH_DIGITS = 10

function publicName(document: PublicDocument<'media'>, source: string, size: string): string {
  const { contentHash, focalX, focalY, filename } = document.fields
  if (!contentHash)
    throw cannot(document, 'contentHash', 'The fingerprint of this picture is missing. Upload it again.')
  const shown = JSON.stringify([contentHash, focalX ?? null, focalY ?? null, size])
  const fingerprint = hash('sha256', shown).slice(0, HASH_DIGITS)
  const base = slugFrom((filename ?? source).replace(/\.[^.]*$/, '')) || 'picture'
  return `${base}-${fingerprint}-${size}.${extensionOf(source)}`
}

function extensionOf(filename: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'bin'
}

function cannot(document: PublicDocument<'media'>, field: string, reason: string): CannotRender {
  const title = document.fields.filename ?? document.id
  return new CannotRender({ collection: 'media', id: document.id, title }, field, reason)
}
