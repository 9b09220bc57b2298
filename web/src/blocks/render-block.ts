import type { RichTextNode } from '@careword/shared/public-document.ts'
import type { Markup } from '../page/markup.ts'
import { cannotRender, type Place } from '../rich-text/place.ts'
import { callout, type Callout } from './callout.ts'
import { careCard, type CareCard } from './care-card.ts'
import { faqList, type FaqListFields } from './faq-list.ts'
import { outcome, type Outcome } from './outcome.ts'
import { treatmentStatus, type TreatmentStatus } from './treatment-status.ts'

/**
 * Renders a block of a text.
 *
 * @throws CannotRender for a kind of block that the site does not know
 */
export function renderBlock(node: RichTextNode, place: Place): Markup {
  const fields = (node.fields ?? {}) as { blockType?: string }
  // The CMS checks the fields of each kind of block before it publishes them.
  switch (fields.blockType) {
    case 'callout':
      return callout(fields as Callout, place)
    case 'careCard':
      return careCard(fields as CareCard, place)
    case 'faqList':
      return faqList(fields as FaqListFields, place)
    case 'outcome':
      return outcome(fields as Outcome, place)
    case 'treatmentStatus':
      return treatmentStatus(fields as TreatmentStatus, place)
    default:
      throw cannotRender(
        place,
        `it has a block of the kind “${fields.blockType}”, which the site cannot show.`,
      )
  }
}
