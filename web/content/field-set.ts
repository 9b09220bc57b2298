import { publicFields, type DocumentCollection } from '@careword/shared/public-fields.ts'

/**
 * Top-level fields of a document, as the bits of one number, so that what 10,000 pages read is small and quickly
 * compared. Which bit a field has depends on the list of public fields: a set is for one process, not for a file.
 */
export type FieldSet = number

/** That the document is there at all. */
export const EXISTENCE: FieldSet = 1 << 30

/** Every field, those without a bit of their own included. */
export const ALL_FIELDS: FieldSet = EXISTENCE - 1

/** What has no bit of its own shares this one: it counts as changed when any of them changed. */
const OTHERS: FieldSet = 1 << 29
const OWN_BITS = 29

const bits = new Map<string, ReadonlyMap<string, FieldSet>>(
  Object.entries(publicFields).map(([collection, names]) => [
    collection,
    new Map(names.slice(0, OWN_BITS).map((name, index) => [name, 1 << index])),
  ]),
)
const none: ReadonlyMap<string, FieldSet> = new Map()

/** The set of one field. */
export function fieldBit(collection: DocumentCollection, name: string): FieldSet {
  return (bits.get(collection) ?? none).get(name) ?? OTHERS
}

/** The names in a set, for people; `…` stands for those without a bit of their own. */
export function fieldNames(collection: DocumentCollection, fields: FieldSet): string[] {
  const own = [...(bits.get(collection) ?? none)].filter(([, bit]) => (fields & bit) !== 0)
  return [...own.map(([name]) => name), ...((fields & OTHERS) === 0 ? [] : ['…'])]
}
