import {
  BlockquoteFeature,
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  lexicalEditor,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { callout } from '../blocks/callout.ts'
import { careCard } from '../blocks/care-card.ts'
import { citation } from '../blocks/citation.ts'
import { faqList } from '../blocks/faq-list.ts'
import { outcome } from '../blocks/outcome.ts'
import { treatmentStatus } from '../blocks/treatment-status.ts'
import { keepBlockWords } from '../typed-words/keep-block-words.ts'
import { textFeatures } from './block-editor.ts'
import { withComparison } from './with-comparison.ts'

/** What can stand between the paragraphs of a page. */
export const pageBlocks = [callout, careCard, faqList, outcome, treatmentStatus]

/** The editor of a page's text: headings, lists, links, tables, pictures, quotes and the blocks. */
export const pageEditor = withComparison(
  lexicalEditor({
    features: [
      ...textFeatures,
      FixedToolbarFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BlockquoteFeature(),
      EXPERIMENTAL_TableFeature(),
      UploadFeature({ enabledCollections: ['media'], maxDepth: 0 }),
      BlocksFeature({
        blocks: pageBlocks.map(keepBlockWords),
        inlineBlocks: [citation],
      }),
    ],
  }),
)
