import type { PublicCollection } from '@careword/shared/public-fields.ts'
import type { FieldSet } from './field-set.ts'

/**
 * What a page read, each thing once: documents by their keys, with the fields that were read of them (none: only
 * whether the document is there), and the names of questions, whose fields are `EXISTENCE`.
 *
 * A thing that was not found is among them: the page changes when it appears.
 */
export type Reads = readonly (readonly [thing: string, fields: FieldSet])[]

/** The date of the snapshot. */
export const TODAY = 'today'

/** The address of the site. */
export const SITE_URL = 'siteUrl'

/** The question which document has a slug. */
export function slugThing(collection: PublicCollection, slug: string): string {
  return `${collection}/${slug}`
}
