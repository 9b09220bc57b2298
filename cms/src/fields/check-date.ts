import type { DateFieldValidation } from 'payload'
import { date } from 'payload/shared'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/**
 * For every date that editors write: a day of these times. Of a year with five digits, as a slip of the finger makes it, neither the
 * site nor the lists of the CMS can make anything. A withdrawal stores a draft, and nothing may be in its way.
 */
export const checkDate: DateFieldValidation = (value, options) => {
  const verdict = date(value, options)
  if (verdict !== true) return verdict
  if (!value || (options.data as { _status?: unknown })._status === 'draft') return true
  const year = new Date(value).getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? true
    : `The year of this date is ${year}. Write a date between ${FIRST_YEAR} and ${LAST_YEAR}.`
}
