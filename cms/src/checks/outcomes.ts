import { walkRichText } from '../rich-text/walk.ts'
import type { Problem, TextField } from './problem.ts'

type Side = { label?: unknown; count?: unknown } | null | undefined
type Outcome = { blockType?: unknown; outOf?: unknown; group?: Side; comparison?: Side }

/** Outcomes that count more people than there are, or parts of people: nobody could draw them. */
export function outcomeProblems(texts: TextField[]): Problem[] {
  const problems: Problem[] = []
  for (const { path, label, value } of texts)
    walkRichText(value, ({ type, fields }) => {
      const { blockType, outOf, group, comparison } = (fields ?? {}) as Outcome
      if (type !== 'block' || blockType !== 'outcome' || typeof outOf !== 'number') return
      const say = (message: string) => problems.push({ path, label, message })
      if (!Number.isInteger(outOf)) {
        say(`An outcome in “${label}” counts out of ${outOf}. Write a whole number, best 100.`)
        return
      }
      for (const side of [group, comparison])
        if (typeof side?.count === 'number' && !isCountOf(outOf, side.count))
          say(
            `An outcome in “${label}” says ${side.count} in ${outOf} “${String(side.label)}”. Write a whole number from 0 to ${outOf}.`,
          )
    })
  return problems
}

function isCountOf(outOf: number, count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= outOf
}
