import type { CollectionSlug, FieldHook, TextField } from 'payload'
import { isReservedSlug } from '@careword/shared/paths.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { checkSlug, slugFrom } from '@careword/shared/slug.ts'
import { refuseProblems } from '../checks/refuse-problems.ts'
import { ownerOfAddress } from './address-owner.ts'
import type { AddressOwner } from './address-owner.ts'

/**
 * The last part of a document's address: unique in its collection, made from the title on publish when left empty.
 *
 * @param titleField the field whose text the slug is made from
 * @param leadsOn whether the old address leads to the new one when it is changed (`leadFromOldAddress`)
 */
export function slugField(titleField: 'title' | 'name' | 'question', { leadsOn = true } = {}): TextField {
  return {
    name: 'slug',
    label: 'Address',
    type: 'text',
    unique: true,
    index: true,
    disableDuplicate: true,
    // Not `required`, which would mark it so in the form: left empty, it is filled in before it is checked. A draft needs none,
    // and while the title is missing, that is what has to be told.
    validate: (value: unknown, { data }: { data: Record<string, unknown> }) =>
      data._status === 'draft' || !data[titleField] || (typeof value === 'string' && value !== '')
        ? true
        : `No address can be made from the ${titleField}: it has no letters from a to z and no digits. Write the last part of the page’s address.`,
    admin: {
      position: 'sidebar',
      description: `The last part of the page’s address. Left empty, it is made from the ${titleField} when you publish.${leadsOn ? ' When you change it later, the old address leads to the new one.' : ''}`,
    },
    hooks: { beforeValidate: [fillFrom(titleField), refuseUnusable] },
  }
}

const fillFrom =
  (titleField: string): FieldHook =>
  ({ value, data, siblingData, originalDoc, collection }) => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    // An address must be unique: two documents without one must have none, rather than an empty one each.
    delete siblingData.slug
    const hasDrafts = Boolean(collection?.versions?.drafts)
    // While a draft is typed its title changes with every letter, so its address waits for the publish.
    if (hasDrafts && data?._status !== 'published') return undefined
    const title: unknown =
      data?.[titleField] ?? (originalDoc as Record<string, unknown> | undefined)?.[titleField]
    return (typeof title === 'string' && slugFrom(title)) || undefined
  }

const refuseUnusable: FieldHook = async ({ value, collection, operation, originalDoc, req }) => {
  if (typeof value !== 'string' || !collection) return value as unknown
  const slug = collection.slug as DocumentCollection & CollectionSlug
  const refuse = (message: string) => {
    refuseProblems(req, [{ message, path: 'slug', label: 'Address' }], { collection: slug })
  }
  const verdict = checkSlug(value)
  if (verdict !== true) refuse(verdict)
  if (isReservedSlug(slug, value))
    refuse(`The site needs the address “${value}” for itself. Choose another one.`)
  // It was free when it was given, and has been refused to all others since.
  if (operation === 'update' && (originalDoc as { slug?: unknown }).slug === value) return value
  const owner = await ownerOfAddress(req, slug, {
    slug: value,
    // Of a copy, the original document is the one that it was copied from.
    id: operation === 'create' ? undefined : (originalDoc as { id: string }).id,
    hasDrafts: Boolean(collection.versions?.drafts),
  })
  if (owner) refuse(takenBy[owner.place](owner.title, value))
  return value
}

const takenBy: Record<AddressOwner['place'], (title: string, slug: string) => string> = {
  collection: (title, slug) => `“${title}” already has the address “${slug}”. Choose another one.`,
  draft: (title, slug) => `“${title}” already has the address “${slug}” in a draft. Choose another one.`,
  trash: (title, slug) =>
    `“${title}”, which is in the trash, still has the address “${slug}”. Choose another one, or delete that document for good first.`,
}
