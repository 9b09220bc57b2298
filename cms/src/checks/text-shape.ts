import type { CollectionBeforeOperationHook } from 'payload'
import { isStaff } from '../access/staff.ts'
import { linkableCollections } from '../rich-text/linkable-collections.ts'
import { refuseProblems } from './refuse-problems.ts'

const linkable: readonly unknown[] = linkableCollections

/**
 * Refuses a text that is not built as the editor builds one, as only a program sends it: the editor's own hooks would fail on it,
 * and the answer be that the CMS has failed.
 */
export const checkTextShape: CollectionBeforeOperationHook = ({ args, collection, req, overrideAccess }) => {
  // Whoever may not save is refused next, and should learn nothing of the fields.
  if (overrideAccess !== true && !isStaff(req)) return args
  const { data } = args as { data?: Record<string, unknown> }
  if (!data) return args
  const problems = collection.flattenedFields.flatMap((field) => {
    if (field.type !== 'richText') return []
    const value = data[field.name]
    if (value === undefined || value === null || isText(value)) return []
    const label = typeof field.label === 'string' ? field.label : field.name
    return [
      {
        path: field.name,
        label,
        message: `“${label}” is not built as the editor builds a text: a “root” with a list of “children”, each with a “type”, some with “children” of their own, and links with an address or a document.`,
      },
    ]
  })
  refuseProblems(req, problems, { collection: collection.slug })
  return args
}

function isText(value: unknown): boolean {
  return isRecord(value) && isRecord(value.root) && Array.isArray(value.root.children) && hasNodes(value.root)
}

function hasNodes({ children }: Record<string, unknown>): boolean {
  return children === undefined || (Array.isArray(children) && children.every(isNode))
}

function isNode(node: unknown): boolean {
  if (!isRecord(node) || typeof node.type !== 'string' || !hasNodes(node)) return false
  const { type, fields } = node
  if (!isRecord(fields)) return true
  if (type === 'link' || type === 'autolink') return leadsSomewhere(fields)
  // The texts of a block.
  return Object.values(fields).every((inner) => !isRecord(inner) || !('root' in inner) || isText(inner))
}

function leadsSomewhere({ url, doc }: Record<string, unknown>): boolean {
  if (url !== undefined && url !== null && typeof url !== 'string') return false
  if (doc === undefined || doc === null) return true
  return isRecord(doc) && linkable.includes(doc.relationTo) && doc.value !== undefined && doc.value !== null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
