import type { DateField, DateFieldValidation, FieldHook } from 'payload'
import { checkDate } from './check-date.ts'
import { isStillToCome } from './review-dates.ts'

/** A page of the future would stay the newest of all. A withdrawal stores a draft too, and nothing may be in its way. */
const checkFirstPublished: DateFieldValidation = (value, options) => {
  const verdict = checkDate(value, options)
  if (verdict !== true) return verdict
  const isDraft = (options.data as { _status?: unknown })._status === 'draft'
  return !value || isDraft || !isStillToCome(value)
    ? true
    : 'This moment is still to come. Write when the page was first published, or leave this empty: it is filled in when you publish.'
}

/** When a document was published for the first time; set then, and kept whatever happens to the document later. */
export const firstPublishedField: DateField = {
  name: 'publishedAt',
  label: 'First published',
  type: 'date',
  index: true,
  disableDuplicate: true,
  validate: checkFirstPublished,
  admin: {
    position: 'sidebar',
    description: 'Set when it is published for the first time.',
    date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm' },
  },
  hooks: { beforeChange: [keepOrSet] },
}

async function keepOrSet({
  value,
  data,
  originalDoc,
  collection,
  operation,
  req,
}: Parameters<FieldHook>[0]): Promise<unknown> {
  if (value !== undefined && value !== null) return value as unknown
  if (data?._status !== 'published' || !collection) return undefined
  const now = new Date().toISOString()
  if (operation === 'create') return now
  // A restored version may be from before the first publish; the document itself remembers it.
  const stored = await req.payload.db.findOne<{ id: string; publishedAt?: string | null }>({
    collection: collection.slug,
    where: { id: { equals: (originalDoc as { id: string }).id } },
    select: { publishedAt: true },
    req,
  })
  return stored?.publishedAt ?? now
}
