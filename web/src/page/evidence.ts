import type { PublicDocument } from '@careword/shared/public-document.ts'
import { citation } from '../rich-text/place.ts'
import { markup, type Markup } from './markup.ts'
import type { PageScope } from './page-scope.ts'

type Row = NonNullable<PublicDocument<'conditions'>['fields']['evidence']>[number]

/** How sure one can be of a statement, by the four grades of the GRADE working group. */
export type Grade = { name: string; meaning: string; steps: number }

/** The most steps of certainty. */
export const GRADE_STEPS = 4

const grades: Record<Row['grade'], Grade> = {
  high: { name: 'High certainty', meaning: 'More studies are very unlikely to change this.', steps: 4 },
  moderate: {
    name: 'Moderate certainty',
    meaning: 'This is probably right, but more studies could change it.',
    steps: 3,
  },
  low: { name: 'Low certainty', meaning: 'More studies are likely to change this.', steps: 2 },
  veryLow: { name: 'Very low certainty', meaning: 'We cannot be sure of this at all.', steps: 1 },
}

/** A statement, with the number of its source behind it, and its grade. */
export type GradedStatement = { statement: Markup; grade: Grade }

/** What is known about a condition's treatment, and how surely. */
export function gradedStatements(document: PublicDocument<'conditions'>, page: PageScope): GradedStatement[] {
  return (document.fields.evidence ?? []).map(({ statement, grade, source }) => ({
    statement: markup`${statement}${citation({ page, document, field: 'evidence', under: 2 }, source)}`,
    grade: grades[grade],
  }))
}

/** The grades that some statements have, the surest first, each once. */
export function gradesUsed(statements: readonly GradedStatement[]): Grade[] {
  return [...new Set(statements.map(({ grade }) => grade))].toSorted((a, b) => b.steps - a.steps)
}
