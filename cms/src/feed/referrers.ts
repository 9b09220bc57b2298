import type { FlattenedField, PayloadRequest, Where } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { publicCollections, publicGlobals } from '@careword/shared/public-fields.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { publicKeysOf, storedGlobal } from './published.ts'
import { refersTo } from './references.ts'

type Target = { collection: PublicCollection; id: string }

/**
 * What is public and refers to a document in a field of its own. References inside rich texts are not among them: those stay as
 * they were written, whatever becomes of the document.
 *
 * To be called before the document is deleted, after which one database knows no longer.
 */
export async function publicReferrers(req: PayloadRequest, target: Target): Promise<DocumentKey[]> {
  const inCollections = publicCollections.map(async (collection) => {
    const { flattenedFields } = req.payload.collections[collection].config
    const or = referencesIn(flattenedFields, target)
    return or.length > 0 ? publicKeysOf(req, collection, { or }) : []
  })
  const inGlobals = publicGlobals.map(async (name): Promise<DocumentKey[]> => {
    const stored = await storedGlobal(req, name)
    return stored && refersTo(stored.fields, stored.values, target) ? [{ collection: name, id: name }] : []
  })
  return (await Promise.all([...inCollections, ...inGlobals])).flat()
}

/** For each field that can name the target, the condition that it does. */
function referencesIn(fields: FlattenedField[], target: Target, within = ''): Where[] {
  const { collection: relationTo, id: value } = target
  return fields.flatMap((field): Where[] => {
    const path = within + field.name
    switch (field.type) {
      case 'relationship':
      case 'upload':
        if (Array.isArray(field.relationTo))
          return field.relationTo.includes(relationTo) ? [{ [path]: { equals: { relationTo, value } } }] : []
        return field.relationTo === relationTo ? [{ [path]: { equals: value } }] : []
      case 'group':
      case 'tab':
      case 'array':
        return referencesIn(field.flattenedFields, target, `${path}.`)
      default:
        return []
    }
  })
}
