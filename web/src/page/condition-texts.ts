import type { PublicDocument } from '@careword/shared/public-document.ts'
import { renderRichText } from '../rich-text/rich-text.ts'
import { markup, type Markup } from './markup.ts'
import type { PageScope } from './page-scope.ts'

/** A section of a condition's page: its title, its anchor, and the text of a field. */
export type ConditionText = { id: string; title: string; markup: Markup }

const titles = {
  overview: 'What it is',
  symptoms: 'Symptoms',
  diagnosis: 'How it is diagnosed',
  standardTreatments: 'Standard treatments',
  risks: 'Risks and side effects',
  whenToGetHelp: 'When to get help',
} as const

/**
 * Renders one text of a condition as a section. The codes of clinicians stand in the one on the diagnosis, also when nobody has
 * written a text for it.
 *
 * @returns undefined when there is nothing to show
 */
export function conditionText(
  document: PublicDocument<'conditions'>,
  field: keyof typeof titles,
  scope: PageScope,
): ConditionText | undefined {
  const text = document.fields[field]
  const rendered = renderRichText(text, { page: scope, document, field, under: 2 })
  const hasCodes = field === 'diagnosis' && (document.fields.icd10Codes ?? []).length > 0
  if (!rendered && !hasCodes) return undefined
  const title = titles[field]
  return { id: scope.ids.take(title), title, markup: rendered?.markup ?? markup`` }
}
