import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import { dayIn, dayOf } from './dates.ts'

/** A document that has authors, a reviewer, dates and sources. */
export type Governed = PublicDocument<'conditions' | 'articles' | 'faqs' | 'pages'>

/**
 * What a page must say of itself while no clinician has reviewed it; undefined once there are a reviewer and the date of the review.
 * A page of text that is not about health, such as one on privacy, needs no review.
 */
export function unreviewedMark(document: Governed, content: Content): string | undefined {
  if (isReviewed(document, content)) return undefined
  const { collection, fields } = document
  if (fields.starterContent === true) return 'Starter content: not yet reviewed by a clinician'
  return collection === 'pages' ? undefined : 'Not yet reviewed by a clinician'
}

/** Whether a page has a reviewer and the date of the review. A reviewer who is not on the site is nobody whom a reader can know. */
function isReviewed({ fields: { lastReviewed, reviewer } }: Governed, content: Content): boolean {
  return lastReviewed !== undefined && reviewer !== undefined && content.get('people', reviewer) !== undefined
}

/**
 * Who reviewed a page and when. It is silent of both as long as the page is not reviewed: a clinician who was only asked to, or a date
 * without a name, is no review.
 *
 * @returns the person's id, and the date of the review
 */
export function reviewOf(
  document: Governed,
  content: Content,
): { reviewer?: string | undefined; lastReviewed?: string | undefined } {
  if (!isReviewed(document, content)) return {}
  const { reviewer, lastReviewed } = document.fields
  return { reviewer, lastReviewed }
}

/** The day on which a page was published for the first time, as it was at the clinic. @returns `YYYY-MM-DD` */
export function firstPublished({ fields }: Governed, content: Content): string | undefined {
  return fields.publishedAt && dayIn(content.global('clinic')?.timeZone ?? 'UTC', fields.publishedAt)
}

/** Whether the next review should have happened. @param today `YYYY-MM-DD` */
export function isReviewOverdue({ fields }: Governed, today: string): boolean {
  return fields.reviewDue !== undefined && dayOf(fields.reviewDue) < today
}

/** The changes that a reader should know of, the newest first. */
export function majorChanges({ fields }: Governed): { date: string; text: string }[] {
  return (fields.changeNotes ?? [])
    .filter(({ kind }) => kind === 'major')
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
}

/**
 * When the page last changed in a way that its dates tell.
 *
 * @returns `YYYY-MM-DD`, or undefined when it has no dates
 */
export function lastChanged({ fields }: Governed): string | undefined {
  const dates = [
    fields.publishedAt,
    fields.lastReviewed,
    ...(fields.changeNotes ?? []).map(({ date }) => date),
  ]
  return dates
    .filter((date) => date !== undefined)
    .map(dayOf)
    .sort()
    .at(-1)
}
