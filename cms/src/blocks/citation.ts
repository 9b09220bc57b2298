import type { Block } from 'payload'
import { sourceKeyField } from '../fields/source-key.ts'

/** A reference, in the middle of a sentence, to one of the document's sources. */
export const citation: Block = {
  slug: 'citation',
  labels: { singular: 'Citation', plural: 'Citations' },
  admin: { components: { Label: '/blocks/CitationLabel.tsx#CitationLabel' } },
  fields: [sourceKeyField({ required: true })],
}
