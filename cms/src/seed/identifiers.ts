import { createHash } from 'node:crypto'
import type { Target } from './reference.ts'

/** The name of a starter document, for maps and messages, for example `faqs:can-i-drive-home`. */
export function nameOf({ collection, slug }: Target): string {
  return `${collection}:${slug}`
}

/**
 * An id that is always the same for the same name, so that starter documents can refer to one another before they exist.
 *
 * @returns 24 hexadecimal digits, as every id in the database has
 */
export function idFor(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24)
}
