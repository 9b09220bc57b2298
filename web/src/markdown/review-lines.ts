import type { Content } from '../../content/content.ts'
import { dayInWords } from '../page/dates.ts'
import {
  firstPublished,
  isReviewOverdue,
  reviewOf,
  unreviewedMark,
  type Governed,
} from '../page/governance.ts'
import { namedPeople, namesInWords, type NamedPerson } from '../page/people-names.ts'
import { escapeInline } from './escape.ts'

/** Who wrote and who reviewed a page, and when. */
export function reviewLines(content: Content, document: Governed): string[] {
  const { authors = [], reviewDue } = document.fields
  const { reviewer, lastReviewed } = reviewOf(document, content)
  const [writers, reviewers] = [namedPeople(content, authors), namedPeople(content, [reviewer])]
  const overdue = isReviewOverdue(document, content.today) ? ' (this review is overdue)' : ''
  const published = firstPublished(document, content)
  const mark = unreviewedMark(document, content)
  return [
    writers.length > 0 && `- Written by: ${named(writers)}`,
    published !== undefined && `- First published: ${dayInWords(published)}`,
    reviewers.length > 0 && `- Reviewed by: ${named(reviewers)}`,
    mark !== undefined && `- Review: ${mark}`,
    lastReviewed !== undefined && `- Last reviewed: ${dayInWords(lastReviewed)}`,
    reviewDue !== undefined && `- Next review due: ${dayInWords(reviewDue)}${overdue}`,
  ].filter((line) => line !== false)
}

function named(people: readonly NamedPerson[]): string {
  const names = people.map(({ name, credentials }) =>
    credentials === undefined ? name : `${name}, ${credentials}`,
  )
  return escapeInline(namesInWords(names, ';'))
}
