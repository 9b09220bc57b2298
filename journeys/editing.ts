import fc from 'fast-check'
import { words } from '../cms/src/testing/rich-text.ts'
import type { Saved, Staff } from './staff.ts'

/** Something that somebody does in the CMS. The numbers choose among what there is. */
export type Editing =
  | { kind: 'create'; collection: number; number: number; isDraft: boolean }
  | {
      kind:
        | 'edit'
        | 'edit as draft'
        | 'change the address'
        | 'unpublish'
        | 'trash'
        | 'take out of the trash'
        | 'delete'
      collection: number
      document: number
      number: number
    }
  | { kind: 'change a global'; number: number }

const collections = ['articles', 'conditions', 'faqs', 'pages', 'people', 'topics'] as const
type Collection = (typeof collections)[number]

/** What people are called by, and how a text of theirs is called. */
const FIELDS: Record<Collection, { title: string; text?: string; summary?: string }> = {
  articles: { title: 'title', text: 'body', summary: 'summary' },
  conditions: { title: 'name', text: 'overview', summary: 'summary' },
  faqs: { title: 'question', text: 'answer' },
  pages: { title: 'title', text: 'body', summary: 'summary' },
  people: { title: 'name', text: 'bio' },
  topics: { title: 'name' },
}

const number = fc.nat({ max: 999 })

/** What is done in a CMS, mostly edits. */
export const editings: fc.Arbitrary<Editing> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      collection: number,
      number,
      isDraft: fc.nat({ max: 3 }).map((one) => one === 0),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'edit' as const,
        'edit' as const,
        'edit as draft' as const,
        'change the address' as const,
        'unpublish' as const,
        'trash' as const,
        'take out of the trash' as const,
        'delete' as const,
      ),
      collection: number,
      document: number,
      number,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change a global' as const), number }) },
)

/**
 * Does it. What the CMS refuses, such as an address that is taken, is not done.
 *
 * @returns whether it was done
 */
export async function edit(staff: Staff, editing: Editing): Promise<boolean> {
  if (editing.kind === 'change a global') {
    const name = `Clinic ${editing.number}`
    return (await staff.send('POST', 'globals/clinic', { name })) !== undefined
  }
  const collection = collections[editing.collection % collections.length] ?? 'articles'
  const texts = textsOf(collection, editing.number)
  if (editing.kind === 'create') {
    const status = editing.isDraft ? 'draft' : 'published'
    const kind = collection === 'people' ? { kind: 'person' } : {}
    const query = editing.isDraft ? '?draft=true' : ''
    return (
      (await staff.send('POST', collection + query, { ...texts, ...kind, _status: status })) !== undefined
    )
  }
  const documents = (await staff.list(collection)).filter(fits(editing.kind))
  const id = documents[editing.document % documents.length]?.id
  if (id === undefined) return false
  return (await change(staff, `${collection}/${id}`, editing, texts)) !== undefined
}

async function change(
  staff: Staff,
  path: string,
  { kind, number }: Exclude<Editing, { kind: 'create' | 'change a global' }>,
  texts: object,
): Promise<Saved | undefined> {
  switch (kind) {
    case 'edit':
      return staff.send('PATCH', path, { ...texts, _status: 'published' })
    case 'edit as draft':
      return staff.send('PATCH', `${path}?draft=true`, { ...texts, _status: 'draft' })
    case 'change the address':
      return staff.send('PATCH', path, { slug: `address-${number}`, _status: 'published' })
    case 'unpublish':
      return staff.send('PATCH', `${path}?unpublishAllLocales=true`, { _status: 'draft' })
    case 'trash':
      return staff.send('PATCH', path, { deletedAt: new Date().toISOString() })
    case 'take out of the trash':
      return staff.send('PATCH', `${path}?trash=true`, { deletedAt: null, _status: 'published' })
    case 'delete':
      return staff.send('DELETE', `${path}?trash=true`)
  }
}

function fits(kind: Editing['kind']): (document: Saved) => boolean {
  const isInTrash = ({ deletedAt }: Saved) => typeof deletedAt === 'string'
  if (kind === 'take out of the trash') return isInTrash
  if (kind === 'delete') return () => true
  return (document) => !isInTrash(document)
}

function textsOf(collection: Collection, number: number): Record<string, unknown> {
  const { title, text, summary } = FIELDS[collection]
  return {
    [title]: `Written ${number}`,
    ...(summary !== undefined && { [summary]: `In short ${number % 7}.` }),
    ...(text !== undefined && { [text]: words(`The text ${number % 5}.`) }),
  }
}
