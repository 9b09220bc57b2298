import type { DateFieldValidation } from 'payload'
import { checkDate } from './check-date.ts'

const A_DAY_MS = 24 * 60 * 60 * 1000

/** What is looked at of a document; dates are ISO 8601. */
type Review = { _status?: unknown; reviewer?: unknown; lastReviewed?: string | Date | null }

/**
 * The date of the last review: in the past, and of a review that somebody made. Readers are told both.
 * A withdrawal stores a draft too, and nothing may be in its way.
 */
export const checkLastReviewed: DateFieldValidation = (value, options) => {
  const verdict = checkDate(value, options)
  if (verdict !== true) return verdict
  const { _status, reviewer } = options.data as Review
  if (_status === 'draft') return true
  // The site tells of a review only by both.
  if (!value) return reviewer ? 'Write the day of the review, or leave empty who reviewed it.' : true
  if (isStillToCome(value)) return 'This day is still to come. Write the day of the last review.'
  return reviewer ? true : 'Choose who reviewed it, or leave this day empty.'
}

/** The date of the next review: after the last one. */
export const checkReviewDue: DateFieldValidation = (value, options) => {
  const verdict = checkDate(value, options)
  if (verdict !== true) return verdict
  const { _status, lastReviewed } = options.data as Review
  if (!value || !lastReviewed || _status === 'draft' || timeOf(value) > timeOf(lastReviewed)) return true
  return 'The next review must be due after the last one.'
}

/** Whether a day is in the future everywhere: where the clinic is it may be tomorrow already. */
export function isStillToCome(day: string | Date): boolean {
  return timeOf(day) > Date.now() + A_DAY_MS
}

function timeOf(day: string | Date): number {
  return new Date(day).getTime()
}
