import fc from 'fast-check'
import { contentChanges } from './content-change.ts'
import type { ContentChange } from './content-change.ts'
import type { TemplatesKind } from './templates.ts'

/** Something that happens in a site's life. */
export type Step = {
  /** Whether the site is compared with a clean one afterwards; at the end of a life it is in any case. */
  looks?: boolean
} & (
  | {
      kind: 'change'
      change: ContentChange
      /** How many nudges come of it. */
      nudges: number
      /** Whether those say which documents changed. */
      isNamed?: boolean
      /** Whether they bring the document too, when only one changed. */
      isBrought?: boolean
      /** What came before them: what the document is, something else that it never becomes, or nothing. */
      forecast?: 'right' | 'wrong' | 'none'
      /** Whether they come after the next step. */
      isOvertaken?: boolean
      /** It began before the next step and is committed after it. */
      isLate?: boolean
    }
  | { kind: 'back up' | 'restore the backup' | 'compare' | 'resume' | 'rebuild' | 'draw cards' }
  | {
      kind: 'settle'
      /** After which it is interrupted. */
      forMs: number
    }
  | { kind: 'midnight'; days: number }
  | {
      kind: 'restart'
      /** Undefined: the same ones as before. */
      templates?: TemplatesKind | undefined
      /** Whether the templates of earlier builds are kept. */
      keepsEarlier: boolean
      /** Whether the site has another address from now on. */
      moves: boolean
    }
  | { kind: 'roll back'; release: number }
  | {
      kind: 'outage'
      /** How many requests the CMS still answers. */
      after: number
    }
)

const change = fc.record({
  kind: fc.constant('change' as const),
  change: contentChanges,
  nudges: fc.constantFrom(0, 1, 1, 1, 2),
  isNamed: fc.boolean(),
  isBrought: fc.boolean(),
  forecast: fc.constantFrom('right' as const, 'wrong' as const, 'none' as const),
  isOvertaken: fc.nat({ max: 4 }).map((one) => one === 4),
  isLate: fc.nat({ max: 7 }).map((one) => one === 7),
})

const restart = fc.record({
  kind: fc.constant('restart' as const),
  templates: fc.constantFrom(undefined, undefined, 'good' as const, 'failing' as const, 'touchy' as const),
  keepsEarlier: fc.boolean(),
  moves: fc.nat({ max: 7 }).map((one) => one === 7),
})

const other = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('compare' as const, 'resume' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('back up' as const, 'restore the backup' as const, 'restore the backup' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('rebuild' as const, 'draw cards' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), forMs: fc.nat({ max: 30 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('midnight' as const), days: fc.integer({ min: 1, max: 400 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('roll back' as const), release: fc.nat({ max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('outage' as const), after: fc.nat({ max: 3 }) }),
  },
)

const MOST_STEPS = 8

/** Sequences of steps as they come in a site's life, mostly changes of the content. */
export const lives: fc.Arbitrary<Step[]> = fc.array(
  fc
    .tuple(
      fc.oneof(
        { weight: 14, arbitrary: change },
        { weight: 3, arbitrary: restart },
        { weight: 7, arbitrary: other },
      ),
      fc.nat({ max: 5 }),
    )
    .map(([step, looks]): Step => (looks === 5 ? { ...step, looks: true } : step)),
  { minLength: 1, maxLength: MOST_STEPS },
)
