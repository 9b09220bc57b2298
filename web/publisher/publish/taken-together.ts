import type { UsedCard } from '../../content/card.ts'
import { withChanges } from '../../content/sharded-map.ts'
import type { ShownPage } from './page-notes.ts'
import { PublishError } from './publish-errors.ts'
import type { UsedMedia } from './site-renderer.ts'

/** Things that pages need or say, by name, each with the number of pages that do. */
export type Counted<Thing> = ReadonlyMap<string, { thing: Thing; pages: number }>

/** What the pages of a site need and say, taken together. It never changes. */
export type TakenTogether = {
  /** Each file once, by its name on the site. */
  media: Counted<UsedMedia>
  /** Each card once, by its hash. */
  cards: Counted<UsedCard>
  warnings: Counted<string>
  policies: Counted<string>
}

/** What a site without pages needs and says. */
export const NOTHING: TakenTogether = {
  media: new Map(),
  cards: new Map(),
  warnings: new Map(),
  policies: new Map(),
}

/** A page that another one takes the place of, or that comes or goes. */
export type PageChange = { path: string; before: ShownPage | undefined; after: ShownPage | undefined }

/**
 * What the pages need and say after some of them changed, at the cost of those that did.
 *
 * @throws PublishError when they do not agree on one content-security policy: a static host sends one for all
 */
export function takenAfter(before: TakenTogether, changes: readonly PageChange[]): TakenTogether {
  const policyOf = ({ policy }: ShownPage) => (policy === undefined ? [] : [policy])
  const after = {
    media: counted(before.media, changes, ({ media }) => media.map((used) => [used.file, used])),
    cards: counted(before.cards, changes, ({ cards }) => cards.map((card) => [card.hash, card])),
    warnings: counted(before.warnings, changes, ({ warnings }) => warnings.map((text) => [text, text])),
    policies: counted(before.policies, changes, (page) => policyOf(page).map((text) => [text, text])),
  }
  if (after.policies.size > 1) throw disagreement(after, changes)
  return after
}

function disagreement({ policies }: TakenTogether, changes: readonly PageChange[]): PublishError {
  const [usual] = [...policies].sort(([, a], [, b]) => b.pages - a.pages).map(([policy]) => policy)
  const other = changes.find(({ after }) => after?.policy !== undefined && after.policy !== usual)
  return new PublishError(
    `The page ${other?.path} has another content-security policy than the others. The whole site must have one.`,
  )
}

function counted<Thing>(
  before: Counted<Thing>,
  changes: readonly PageChange[],
  thingsOf: (page: ShownPage) => (readonly [name: string, thing: Thing])[],
): Counted<Thing> {
  const differences = new Map<string, { thing: Thing; pages: number }>()
  const count = (page: ShownPage | undefined, by: number) => {
    for (const [name, thing] of new Map(page ? thingsOf(page) : [])) {
      const known = differences.get(name)
      differences.set(name, {
        thing: by > 0 || !known ? thing : known.thing,
        pages: (known?.pages ?? 0) + by,
      })
    }
  }
  for (const change of changes) {
    count(change.before, -1)
    count(change.after, 1)
  }
  return withChanges(
    before,
    new Map(
      [...differences]
        .filter(([, { pages }]) => pages !== 0)
        .map(([name, { thing, pages }]) => {
          const sum = (before.get(name)?.pages ?? 0) + pages
          return [name, sum > 0 ? { thing, pages: sum } : undefined]
        }),
    ),
  )
}
