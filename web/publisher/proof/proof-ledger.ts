import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { Outcome, PublishResult } from '../publish/publish-result.ts'
import type { Expectation } from './expectation.ts'
import { expectationsOf } from './expectations.ts'

export type LiveOutcome = Extract<Outcome, { state: 'live' }>

/** What is not proved yet at an address. */
type Unproved = Expectation & {
  /** What was wrong when it was last looked at. */
  complaint: string | undefined
  /** Until when a cache may show what was there before, in milliseconds. */
  patientUntil: number
}

/** A change that is live when these addresses are proved. */
type Waiting = { outcome: LiveOutcome; paths: ReadonlySet<string>; reason: string | undefined }

/** A change that failed for now, since visitors do not find it. */
export type Unseen = { outcome: LiveOutcome; reason: string }

/**
 * Keeps what is to be proved. A later publish takes over an address from an earlier one: what it shows there is what
 * visitors must find.
 */
export type ProofLedger = {
  /** @param patientUntil until when it may be wrong without being a failure, in milliseconds */
  expect(result: Pick<PublishResult, 'outcomes' | 'toProve'>, patientUntil: number): void
  /** Newest first. */
  unproved(): [string, Expectation][]
  /** Takes what was found; ignored when something else is expected there by now. */
  found(path: string, expectation: Expectation, complaint: string | undefined): void
  /** The changes that are proved by now; each is given once. */
  takeProved(): LiveOutcome[]
  /** The changes that visitors do not find though it is time; each is given once for each reason. */
  takeUnseen(now: number): Unseen[]
  /** What is wrong though it is time, as sentences. */
  complaints(now: number): string[]
  /** Whether something is unproved whose time has not come. */
  isPatient(now: number): boolean
  /** Whether this change is not proved. */
  isWaiting(document: DocumentKey): boolean
}

export function createProofLedger(): ProofLedger {
  const unproved = new Map<string, Unproved>()
  const waiting = new Map<string, Waiting>()

  const put = (
    path: string,
    { find, unmentioned }: Expectation,
    patientUntil: number,
    shown: ReadonlySet<string>,
  ) => {
    // What an earlier withdrawal wanted of this address still holds, unless it was published again.
    const earlier = (unproved.get(path)?.unmentioned ?? []).filter((address) => !shown.has(address))
    unproved.delete(path)
    unproved.set(path, {
      find,
      unmentioned: [...new Set([...unmentioned, ...earlier])],
      complaint: undefined,
      patientUntil,
    })
  }
  const isOverdue = (path: string, now: number) => {
    const entry = unproved.get(path)
    return entry?.complaint !== undefined && entry.patientUntil <= now
  }

  return {
    expect({ outcomes, toProve }, patientUntil) {
      const expectations = expectationsOf(toProve)
      const shown = new Set(toProve.shown.keys())
      for (const path of toProve.shownPictures) unproved.delete(path)
      for (const [path, expectation] of expectations) put(path, expectation, patientUntil, shown)
      // What was taken down before and is shown again may be mentioned, also where nothing changed.
      for (const entry of unproved.values())
        if (entry.unmentioned.some((address) => shown.has(address)))
          entry.unmentioned = entry.unmentioned.filter((address) => !shown.has(address))
      const paths = new Set(expectations.keys())
      for (const outcome of outcomes) {
        waiting.delete(keyOf(outcome))
        if (outcome.state === 'live') waiting.set(keyOf(outcome), { outcome, paths, reason: undefined })
      }
    },
    unproved: () => [...unproved].reverse(),
    found(path, expectation, complaint) {
      const entry = unproved.get(path)
      if (entry !== expectation) return
      if (complaint === undefined) unproved.delete(path)
      else entry.complaint = complaint
    },
    takeProved() {
      const proved = [...waiting].filter(([, { paths }]) => ![...paths].some((path) => unproved.has(path)))
      for (const [key] of proved) waiting.delete(key)
      return proved.map(([, { outcome }]) => outcome)
    },
    takeUnseen(now) {
      const unseen: Unseen[] = []
      for (const entry of waiting.values()) {
        const path = [...entry.paths].find((one) => isOverdue(one, now))
        const reason = path === undefined ? undefined : unproved.get(path)?.complaint
        if (reason !== undefined && reason !== entry.reason) unseen.push({ outcome: entry.outcome, reason })
        entry.reason = reason ?? entry.reason
      }
      return unseen
    },
    complaints: (now) => [
      ...new Set(
        [...unproved].flatMap(([path, { complaint }]) =>
          complaint !== undefined && isOverdue(path, now) ? [complaint] : [],
        ),
      ),
    ],
    isPatient: (now) => [...unproved.values()].some(({ patientUntil }) => patientUntil > now),
    isWaiting: (document) => waiting.has(keyOf(document)),
  }
}
