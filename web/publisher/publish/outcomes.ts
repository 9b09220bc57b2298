import { parseKey } from '@careword/shared/change-feed.ts'
import { differingDocuments } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { Pin } from '../store/release.ts'
import type { Outcome } from './publish-result.ts'

/** What is known after a publish. */
export type After = {
  /** What the site showed before. */
  before: Snapshot | undefined
  /** What the CMS has published. */
  wanted: Snapshot
  /** What the site shows now; undefined when it shows nothing. */
  shown: { snapshot: Snapshot; release: number } | undefined
  /** The release at which the site is held. */
  heldAt: number | undefined
  pins: readonly Pin[]
  trouble: string | undefined
  /** How many pages changed with a document. */
  pagesChangedBy: (key: string) => number
}

/** Tells what became of changes, each thing once. */
export class OutcomeTeller {
  /** By document, as last told. */
  readonly #told = new Map<string, Outcome>()

  /** What became of each document that differed from what the site showed, unless that was told before. */
  outcomesOf(after: After): Outcome[] {
    const { before, wanted } = after
    // A document that did not change may have gone with one that it needed.
    const keys = new Set([
      ...this.#told.keys(),
      ...differingDocuments(before, wanted).keys(),
      ...differingDocuments(after.shown?.snapshot, wanted).keys(),
    ])
    const outcomes: Outcome[] = []
    for (const key of keys) {
      const outcome = outcomeOf(key, after)
      if (!outcome || isSame(this.#told.get(key), outcome)) continue
      // The very first publish is no news of each document.
      if (before || outcome.state !== 'live') outcomes.push(outcome)
      // What is live needs no memory: it differs no more.
      if (outcome.state === 'live') this.#told.delete(key)
      else this.#told.set(key, outcome)
    }
    return outcomes
  }
}

function outcomeOf(
  key: string,
  { wanted, shown, heldAt, pins, trouble, pagesChangedBy }: After,
): Outcome | undefined {
  const document = parseKey(key)
  if (!document) return undefined
  const version = wanted.documents.get(key)?.version ?? null
  const change = { ...document, version }
  if (shown && (shown.snapshot.documents.get(key)?.version ?? null) === version)
    return { ...change, state: 'live', release: shown.release, pages: pagesChangedBy(key) }
  if (heldAt !== undefined) return { ...change, state: 'held', release: heldAt }
  const pin = pins.find((one) => one.key === key)
  if (pin)
    return { ...change, state: 'failed', reason: pin.reason, fault: { title: pin.title, field: pin.field } }
  return { ...change, state: 'failed', reason: trouble ?? 'The site could not be published.' }
}

function isSame(told: Outcome | undefined, now: Outcome): boolean {
  return told !== undefined && JSON.stringify(told) === JSON.stringify(now)
}
