import { block, richText } from './rich-text.ts'
import type { Part } from './rich-text.ts'
import type { Reference } from './reference.ts'
import type { SourceKey } from './sources.ts'

/** A short text that stands out. */
export function callout(title: string, ...body: Part[]): Part {
  return block('callout', (writing) => ({ title, body: richText(body, writing) }))
}

/** When and where to get help. An emergency card carries no links: nobody should read on. */
export function careCard(
  level: 'nonUrgent' | 'urgent' | 'emergency',
  heading: string,
  ...body: Part[]
): Part {
  return block('careCard', (writing) => ({ level, heading, body: richText(body, writing) }))
}

/** Questions of the collection, shown with their answers. */
export function faqList(heading: string, ...faqs: (Reference & `faq:${string}`)[]): Part {
  return block('faqList', (writing) => ({ heading, faqs: faqs.map((faq) => writing.idOf(faq)) }))
}

/** How many people in 100 had a result, in each of two groups. */
export function outcome(result: {
  what: string
  group: { label: string; count: number }
  comparison: { label: string; count: number }
  note?: string
  source: SourceKey
}): Part {
  return block('outcome', (writing) => {
    writing.cite(result.source)
    return { outOf: 100, ...result }
  })
}

/** A treatment, a use, and what the regulator or a guideline says of the two. */
export type TreatmentStatus = {
  treatment: string
  use: string
  status: 'approved' | 'offLabel' | 'notRecommended'
  detail?: string
  source?: SourceKey
}

/** A treatment's status for one use, shown inside a text. */
export function treatmentStatus(status: TreatmentStatus): Part {
  return block('treatmentStatus', (writing) => {
    if (status.source) writing.cite(status.source)
    return { ...status }
  })
}
