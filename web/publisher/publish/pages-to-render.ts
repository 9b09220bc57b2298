import { EXISTENCE, type FieldSet } from '../../content/field-set.ts'
import { answersDiffer } from '../../content/question.ts'
import { SITE_URL, TODAY } from '../../content/reads.ts'
import { changesBetween, type Change } from '../../content/snapshot-changes.ts'
import { indexAfter, indexOf, slugThingOf } from '../../content/snapshot-index.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { ReadsIndex } from './reads-index.ts'

/**
 * Which pages have to be rendered again: those that read something that changed.
 *
 * @param previous the snapshot that the site shows
 * @param next the one that it is to show
 * @param reads what the pages read, those of `previous`
 */
export function pagesToRender(previous: Snapshot, next: Snapshot, reads: ReadsIndex): Set<string> {
  const changes = changesBetween(previous, next)
  const changed = new Map<string, FieldSet>(changes.map(({ key, fields }) => [key, fields]))
  for (const thing of [
    ...changes.flatMap(movedSlugs),
    ...changedAnswers(previous, next, changes, reads),
    ...(previous.today === next.today ? [] : [TODAY]),
    ...(previous.siteUrl === next.siteUrl ? [] : [SITE_URL]),
  ])
    changed.set(thing, EXISTENCE)
  return reads.readersOf(changed)
}

function movedSlugs({ before, after }: Change): string[] {
  const [old, now] = [slugThingOf(before), slugThingOf(after)]
  return old === now ? [] : [old, now].filter((thing) => thing !== undefined)
}

/** The questions that the next snapshot answers in another way. Each is looked at once, however many pages asked it. */
function changedAnswers(
  previous: Snapshot,
  next: Snapshot,
  changes: readonly Change[],
  { questions }: ReadsIndex,
): string[] {
  const groups = [...questions].flatMap((together) => {
    const [first] = together.values()
    return first ? [{ query: first.query, together }] : []
  })
  const [before, after] = [
    indexOf(previous),
    indexAfter(
      previous,
      next,
      changes,
      groups.map(({ query }) => query),
    ),
  ]
  const touched = new Set<string>(changes.map(({ collection }) => collection))
  return groups
    .filter(({ query }) => touched.has(query.collection) && before.all(query) !== after.all(query))
    .flatMap(({ together }) =>
      [...together].filter(([, question]) => answersDiffer(question, before, after)).map(([name]) => name),
    )
}
