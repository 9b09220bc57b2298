import type { FlattenedField } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { publicFields } from '@careword/shared/public-fields.ts'
import { versionOf } from '@careword/shared/version.ts'
import { publicText } from './rich-text.ts'

type Values = Record<string, unknown>

/**
 * The public form of a stored document: the allow-listed fields only, in one form whatever the database.
 * Empty fields are left out, rows have no ids, dates are ISO 8601, and nothing says where the CMS is.
 *
 * @param fields of the collection or global
 * @param document as stored, read at depth 0
 */
export function publicForm(key: DocumentKey, fields: FlattenedField[], document: Values): PublicDocument {
  const allowed: readonly string[] = publicFields[key.collection]
  const stated = normaliseFields(
    fields.filter(({ name }) => allowed.includes(name)),
    document,
  )
  return { ...key, version: versionOf(stated), fields: stated } as unknown as PublicDocument
}

function normaliseFields(fields: FlattenedField[], values: Values): Values {
  const stated: Values = {}
  for (const field of fields) {
    if (field.name === 'id' || (field.name === 'url' && belongsToFile(fields))) continue
    const value = normalise(field, values[field.name])
    if (!isEmpty(value)) stated[field.name] = value
  }
  return stated
}

/** Payload adds to an uploaded file, and to each of its sizes, where the CMS serves it, which depends on its own address. */
function belongsToFile(siblings: FlattenedField[]): boolean {
  return siblings.some(({ name }) => name === 'mimeType')
}

function normalise(field: FlattenedField, value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  switch (field.type) {
    case 'group':
    case 'tab':
      return normaliseFields(field.flattenedFields, value as Values)
    case 'array':
      return (value as Values[]).map((row) => normaliseFields(field.flattenedFields, row))
    case 'checkbox':
      // Not ticked and never stored are the same.
      return value === true ? true : undefined
    case 'date':
      return new Date(value as string).toISOString()
    case 'richText':
      return publicText(value)
    default:
      return value
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}
