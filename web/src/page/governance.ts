import type { PublicDocument } from '@careword/shared/public-document.ts'
import { dayOf } from './dates.ts'

/** A document that has authors, a reviewer, dates and sources. */
export type Governed = PublicDocument<'conditions' | 'articles' | 'faqs' | 'pages'>

/**
 * What a page must say of itself while no clinician has reviewed it; undefined once there are a reviewer and the date of the review.
 * A page of text that is not about health, such as one on privacy, needs no review.
 */
export function unreviewedMark({ collection, fields }: Governed): string | undefined {
  if (fields.reviewer !== undefined && fields.lastReviewed !== undefined) return undefined
  if (fields.starterContent === true) return 'Starter content: not yet reviewed by a clinician'
  return collection === 'pages' ? undefined : 'Not yet reviewed by a clinician'
}

/**
 * Who reviewed a page and when. It is silent of both as long as the page says that it is not reviewed: a clinician who was only asked to,
 * or a date without a name, is no review.
 *
 * @returns the person's id, and the date of the review
 */
export function reviewOf(document: Governed): {
  reviewer?: string | undefined
  lastReviewed?: string | undefined
} {
  if (unreviewedMark(document) !== undefined) return {}
  const { reviewer, lastReviewed } = document.fields
  return { reviewer, lastReviewed }
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
