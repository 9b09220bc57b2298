import { createHash } from 'node:crypto'

/**
 * The version of a document: a hash of its public fields, equal for equal content whatever the order of keys.
 *
 * @param fields the public fields, already normalised by the feed
 * @returns 32 hexadecimal digits (the first half of SHA-256)
 */
export function versionOf(fields: unknown): string {
  return createHash('sha256').update(canonicalJson(fields)).digest('hex').slice(0, 32)
}

/** JSON with the keys of every object in order, so that equal content is equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
