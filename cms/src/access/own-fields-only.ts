import { APIError } from 'payload'
import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { isStaff } from './staff.ts'

type Query = { where?: unknown; sort?: unknown }
type ReadArguments = Query & { joins?: unknown }

/**
 * Whoever is not of the clinic searches and sorts documents by their own fields only. Through a reference the words of
 * a document that is not public could be guessed, by what is found or by the order of it.
 */
export const ownFieldsOnly: CollectionBeforeOperationHook = ({ args, collection, req, ...call }) => {
  if (call.overrideAccess === true || isStaff(req)) return args
  const { joins, ...query } = args as ReadArguments
  refuseOthers(collection.flattenedFields, query)
  for (const [name, joinQuery] of Object.entries(isRecord(joins) ? joins : {})) {
    const join = collection.flattenedFields.find((field) => field.name === name)
    const target = join?.type === 'join' && typeof join.collection === 'string' ? join.collection : undefined
    if (target && isRecord(joinQuery))
      refuseOthers(req.payload.collections[target as 'articles'].config.flattenedFields, joinQuery)
  }
  return args
}

function refuseOthers(fields: FlattenedField[], { where, sort }: Query): void {
  const other = [...pathsOf(where), ...sortPathsOf(sort)].find((path) => !isOwn(fields, path.split('.')))
  if (other === undefined) return
  throw new APIError(
    `“${other}” cannot be searched or sorted by. Use a field of the document itself.`,
    400,
    null,
    true,
  )
}

/** Every path that a query compares; of a comparison with a query of its own, that path with `.*`. */
function pathsOf(where: unknown): string[] {
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([key, value]) => {
    if (/^(?:and|or)$/i.test(key)) return Array.isArray(value) ? value.flatMap(pathsOf) : []
    const path = key.replaceAll('__', '.')
    const isQuery = isRecord(value) && Object.values(value).some(isRecord)
    return [isQuery ? `${path}.*` : path]
  })
}

function sortPathsOf(sort: unknown): string[] {
  const sorts: unknown[] = Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : []
  return sorts.map((path) => String(path).trim().replace(/^-/, '').replaceAll('__', '.')).filter(Boolean)
}

function isOwn(fields: FlattenedField[], [name, ...rest]: string[]): boolean {
  if (name === 'id') return rest.length === 0
  const field = fields.find((candidate) => candidate.name === name)
  switch (field?.type) {
    case undefined:
    case 'join':
      return false
    case 'relationship':
    case 'upload':
      return rest.length === 0 || ['id', 'value', 'relationTo'].includes(rest.join('.'))
    case 'group':
    case 'tab':
    case 'array':
      return rest.length === 0 || isOwn(field.flattenedFields, rest)
    case 'richText':
      return !rest.includes('*')
    default:
      return rest.length === 0
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
