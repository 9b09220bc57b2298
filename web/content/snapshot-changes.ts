import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { differences } from './sharded-map.ts'
import { ALL_FIELDS, EXISTENCE, fieldBit, type FieldSet } from './field-set.ts'
import type { Snapshot } from './snapshot.ts'
import { fieldMark } from './stored-document.ts'

/** A document that is not in two snapshots alike. */
export type Change = {
  /** Its key in the snapshots. */
  key: string
  collection: DocumentCollection
  id: string
  before: PublicDocument | undefined
  after: PublicDocument | undefined
  /** The fields that differ; all and its existence when it appears or vanishes. */
  fields: FieldSet
}

type Documents = Pick<Snapshot, 'documents'>

/**
 * The documents that differ in two snapshots, by key: as they are in the second one, or undefined where it has none.
 * Those with the same version are the same.
 */
export function differingDocuments(
  before: Documents | undefined,
  after: Documents,
): Map<string, PublicDocument | undefined> {
  return differences(
    before?.documents ?? new Map<string, PublicDocument>(),
    after.documents,
    (a, b) => a.version === b.version,
  )
}

/** Whether two snapshots are of the same content: every page looks alike in both. */
export function sameContent(a: Snapshot, b: Snapshot): boolean {
  return a.today === b.today && a.siteUrl === b.siteUrl && differingDocuments(a, b).size === 0
}

/** How the documents of two snapshots differ. */
export function changesBetween(previous: Snapshot, next: Snapshot): Change[] {
  const changes: Change[] = []
  for (const [key, after] of differingDocuments(previous, next)) {
    const before = previous.documents.get(key)
    const there = after ?? before
    if (there) changes.push(changeOf(key, before, after, there))
  }
  return changes
}

function changeOf(
  key: string,
  before: PublicDocument | undefined,
  after: PublicDocument | undefined,
  { collection, id }: PublicDocument,
): Change {
  const fields = before && after ? differingFields(before, after) : EXISTENCE | ALL_FIELDS
  return { key, collection, id, before, after, fields }
}

function differingFields(before: PublicDocument, after: PublicDocument): FieldSet {
  let fields = 0
  for (const name of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]))
    if (fieldMark(before, name) !== fieldMark(after, name)) fields |= fieldBit(after.collection, name)
  return fields
}
