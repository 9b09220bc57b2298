import fc from 'fast-check'
import { publicFields } from '@careword/shared/public-fields.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import type { FakeFeed } from '../fake-feed.ts'
import { BROKEN_TEXT, generatedField, generatedKey, plainText, richTextField } from './generated-values.ts'

/** Something that happens to the published content. The numbers choose among what there is. */
export type ContentChange =
  | {
      kind: 'edit'
      document: number
      field: number
      value: number
      /** Without a revision, as a cascade in the database does it. */
      silently: boolean
    }
  | { kind: 'create' | 'withdraw' | 'break' | 'repair'; document: number; value: number }

const number = fc.nat({ max: 9999 })

/** Changes as they come in a site's life, mostly edits. */
export const contentChanges: fc.Arbitrary<ContentChange> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      document: number,
      field: number,
      value: number,
      silently: fc.nat({ max: 5 }).map((one) => one === 5),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('create', 'create', 'withdraw', 'withdraw', 'break', 'repair'),
      document: number,
      value: number,
    }),
  },
)

/** Changes what a CMS has published; when there is nothing to change so, nothing happens. */
export function changeContent(cms: FakeFeed, change: ContentChange): void {
  const published = [...cms.published()]
  const pickFrom = (documents: typeof published) => documents[change.document % documents.length]
  switch (change.kind) {
    case 'edit': {
      const [key, fields] = pickFrom(published) ?? []
      if (key === undefined) return
      const [name, value] = generatedField(publicFields[collectionOf(key)], change.field, change.value)
      const changed = withField(fields, name, value)
      if (change.silently) cms.changeSilently(key, changed)
      else cms.publish(key, changed)
      return
    }
    case 'create':
      create(cms, generatedKey(change.document), change.value)
      return
    case 'withdraw': {
      const [key] = pickFrom(published) ?? []
      if (key !== undefined) cms.withdraw(key)
      return
    }
    case 'break':
    case 'repair': {
      const isToBeBroken = change.kind === 'break'
      const [key, fields] = pickFrom(published.filter(([, one]) => isBroken(one) !== isToBeBroken)) ?? []
      const name = key === undefined ? undefined : richTextField(publicFields[collectionOf(key)])
      if (key === undefined || name === undefined) return
      cms.publish(key, withField(fields, name, isToBeBroken ? BROKEN_TEXT : plainText(change.value)))
    }
  }
}

const NEEDED = ['kind', 'title', 'name', 'question', 'slug', 'summary', 'body', 'answer', 'from', 'to']

function create(cms: FakeFeed, key: string, value: number): void {
  const names = (publicFields[collectionOf(key)] as readonly string[]).filter((name) => NEEDED.includes(name))
  const fields = names.map((name) => (name === 'kind' ? [name, 'person'] : generatedField([name], 0, value)))
  cms.publish(key, Object.fromEntries(fields) as Record<string, unknown>)
}

function isBroken(fields: Record<string, unknown>): boolean {
  return JSON.stringify(fields).includes(JSON.stringify(BROKEN_TEXT))
}

function withField(
  fields: Record<string, unknown> = {},
  name: string,
  value: unknown,
): Record<string, unknown> {
  const others = Object.entries(fields).filter(([other]) => other !== name)
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]])
}

function collectionOf(key: string): DocumentCollection {
  return key.split(':')[0] as DocumentCollection
}
