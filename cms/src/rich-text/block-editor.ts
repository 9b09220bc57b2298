import {
  BlocksFeature,
  BoldFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData } from 'payload'
import { citation } from '../blocks/citation.ts'
import { CleanPastedFeature } from '../pasting/clean-pasted-feature.ts'
import { linkableCollections } from './linkable-collections.ts'

/**
 * A filter that is null counts as one in Payload 3.90: each link would be looked up in every collection, whole documents at
 * a time, in each save. What links lead to is checked when a document is published.
 */
function withoutFilter(field: FieldAffectingData): FieldAffectingData {
  if (field.type !== 'relationship' || field.filterOptions) return field
  const copy = { ...field }
  delete copy.filterOptions
  return copy
}

/** The features that every text has. */
export const textFeatures = [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  // Without them, 10³ would be pasted as 103.
  SubscriptFeature(),
  SuperscriptFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({
    enabledCollections: [...linkableCollections],
    maxDepth: 0,
    disableAutoLinks: true,
    fields: ({ defaultFields }) => defaultFields.map(withoutFilter),
  }),
  InlineToolbarFeature(),
  CleanPastedFeature(),
]

/** The editor of the text inside a block: no headings and no further blocks, so that blocks do not nest. */
export const blockEditor = lexicalEditor({
  features: [...textFeatures, BlocksFeature({ inlineBlocks: [citation] })],
})
