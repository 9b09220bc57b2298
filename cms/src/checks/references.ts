import type {
  CollectionSlug,
  FlattenedArrayField,
  FlattenedField,
  LabelFunction,
  PayloadRequest,
} from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { isObjectId } from '../database/object-id.ts'
import { titleNow } from '../delivery/title.ts'
import { textOfRow, titleFieldsOf } from '../fields/row-title.ts'
import type { Problem } from './problem.ts'
import { publicAmong } from './public-documents.ts'

/**
 * A document that a field names. `place` is the field as the subject of a sentence, with the row that it is in; not `shown` is
 * what the form hides, because another choice was made beside it.
 */
type Reference = {
  path: string
  label: string
  place: string
  collection: string
  id: string
  shown: boolean
}

/**
 * Fields that name a document which does not exist, or no longer does. One database would end in an error of its own,
 * the other would keep the name of nothing.
 *
 * @param data what is to be saved, not yet checked by Payload
 * @param original the document as it was; what was named there already is no mistake of this save
 */
export async function missingReferenceProblems(
  req: PayloadRequest,
  fields: FlattenedField[],
  data: unknown,
  original: unknown,
): Promise<Problem[]> {
  const known = new Set(referencesIn(req, fields, original).map(keyOf))
  const given = referencesIn(req, fields, data).filter((reference) => !known.has(keyOf(reference)))
  const existing = await existingAmong(req, given)
  return given
    .filter((reference) => !existing.has(keyOf(reference)))
    .map(({ path, label, place }) => ({
      path,
      label,
      message: `${place} names a document that does not exist, or no longer does. Take it out, then save again.`,
    }))
}

/** Fields that lead the reader to a document which the public cannot read. */
export async function unpublishedReferenceProblems(
  req: PayloadRequest,
  fields: FlattenedField[],
  data: unknown,
): Promise<Problem[]> {
  const references = referencesIn(req, fields, data).filter(({ shown }) => shown)
  const isPublic = await publicAmong(req, references)
  return Promise.all(
    references
      .filter((reference) => !isPublic(reference))
      .map(async ({ path, label, place, collection, id }) => {
        const title = await titleNow(req, { collection, id } as DocumentKey)
        const target = title ? `“${title}”, which` : 'a document that'
        return {
          path,
          label,
          message: `${place} leads to ${target} is not published. Publish that one first, or choose another one.`,
        }
      }),
  )
}

/** The documents that fields name, in groups and rows too; texts are not looked into. What is no reference at all is left to Payload. */
function referencesIn(
  req: PayloadRequest,
  fields: FlattenedField[],
  values: unknown,
  prefix = '',
  row = '',
): Reference[] {
  if (!isRecord(values)) return []
  return fields.flatMap((field) => {
    const value = values[field.name]
    const path = prefix + field.name
    switch (field.type) {
      case 'relationship':
      case 'upload': {
        const label = labelOf(req, field)
        const place = `“${label}”${row}`
        const shown = field.admin?.condition?.({}, values, formOf(req)) !== false
        return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
          const named = readReference(field.relationTo, item)
          return named ? [{ ...named, path, label, place, shown }] : []
        })
      }
      case 'group':
      case 'tab':
        return referencesIn(req, field.flattenedFields, value, `${path}.`, row)
      case 'array':
        return Array.isArray(value)
          ? value.flatMap((inRow, index) =>
              referencesIn(
                req,
                field.flattenedFields,
                inRow,
                `${path}.${index}.`,
                rowInWords(req, field, inRow, index),
              ),
            )
          : []
      default:
        return []
    }
  })
}

/** Which row of a list: by its number, and by what is written in it where the form shows that. */
function rowInWords(req: PayloadRequest, list: FlattenedArrayField, row: unknown, index: number): string {
  const kind = list.labels?.singular
  const text = isRecord(row) ? textOfRow(row, titleFieldsOf(list)) : ''
  return ` in “${labelOf(req, list)}”, ${typeof kind === 'string' ? kind.toLowerCase() : 'row'} ${index + 1}${text && ` (“${text}”)`},`
}

function formOf({ user }: PayloadRequest) {
  return { blockData: {}, operation: 'update' as const, path: [], user }
}

function readReference(
  relationTo: string | string[],
  value: unknown,
): { collection: string; id: string } | undefined {
  if (typeof relationTo === 'string')
    return typeof value === 'string' ? { collection: relationTo, id: value } : undefined
  return isRecord(value) && typeof value.relationTo === 'string' && typeof value.value === 'string'
    ? { collection: value.relationTo, id: value.value }
    : undefined
}

async function existingAmong(req: PayloadRequest, references: Reference[]): Promise<Set<string>> {
  const ids = new Map<string, string[]>()
  for (const { collection, id } of references) ids.set(collection, [...(ids.get(collection) ?? []), id])
  const existing = new Set<string>()
  // One after the other: the first may begin the transaction, and what reaches MongoDB before its beginning fails there.
  for (const [collection, named] of ids) {
    if (!(collection in req.payload.collections)) continue
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: collection as CollectionSlug,
      where: { id: { in: named.filter(isObjectId) } },
      select: { id: true },
      limit: 0,
      pagination: false,
      req,
    })
    for (const { id } of docs) existing.add(keyOf({ collection, id }))
  }
  return existing
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}:${id}`
}

function labelOf(req: PayloadRequest, { label, name }: { label?: unknown; name: string }): string {
  if (typeof label === 'function') return (label as LabelFunction)({ t: req.t, i18n: req.i18n })
  return typeof label === 'string' ? label : name
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
