import { lookup } from 'mrmime'

const TEXT = /^text\/|^application\/(?:json|xml|javascript|manifest\+json|.*\+xml)$|^image\/svg\+xml$/

/** The content type for the name of a file. What is text is UTF-8. */
export function contentTypeOf(file: string): string {
  const type = lookup(file) ?? 'application/octet-stream'
  return TEXT.test(type) ? `${type}; charset=utf-8` : type
}

/** Whether a file of this name is worth compressing: pictures and fonts are compressed by themselves. */
export function isCompressible(file: string): boolean {
  const type = lookup(file)
  return type !== undefined && (TEXT.test(type) || type === 'application/wasm')
}
