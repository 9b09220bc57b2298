import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublishResult } from '../publish/publish-result.ts'
import { sleep } from '../service/sleep.ts'
import { lookAt } from './look.ts'
import { createProofLedger } from './proof-ledger.ts'
import type { LiveOutcome, Unseen } from './proof-ledger.ts'
import { ServerSilent } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/** How a look at the site went. */
export type Proof = {
  /** ISO 8601. */
  at: string
  /** How many addresses were looked at or should have been. */
  addresses: number
  /** What is wrong, as sentences. */
  complaints: string[]
  durationMs: number
}

/** Proves over HTTP that visitors find what was published. */
export type Proving = {
  /**
   * Looks at what a publish changed, and again at what was not right before. It takes a moment (see `attemptMs`); what is not right then is
   * looked at again in the background for a few seconds.
   *
   * @returns how it went; undefined when there was nothing to look at
   */
  prove(result?: PublishResult): Promise<Proof | undefined>
  /** The last look; undefined before the first. */
  readonly last: Proof | undefined
  /** What visitors do not find though it is time, as a sentence; undefined when all is well. */
  readonly complaint: string | undefined
  /** Whether this change was published but is not proved. */
  isWaiting(document: DocumentKey): boolean
  /** Waits until everything is proved, or has failed for now. */
  settled(): Promise<void>
  close(): void
}

/** In milliseconds. */
export type ProvingTimes = {
  /** How long one look at everything may take. */
  attemptMs: number
  /** How long a cache may show what was there before. */
  patienceMs: number
  /** How long to wait between two looks, at first and at most; twice as long each time. */
  againMs: { first: number; longest: number }
}

export const provingTimes: ProvingTimes = {
  attemptMs: 1_000,
  patienceMs: 4_000,
  againMs: { first: 50, longest: 800 },
}

export type ProvingOptions = {
  visitor: Visitor
  times?: ProvingTimes
  /** Takes the changes that are proved. */
  onProved: (outcomes: LiveOutcome[]) => void
  /** Takes the changes that visitors do not find, with the reasons. */
  onUnseen: (unseen: Unseen[]) => void
}

export function startProving({ visitor, times = provingTimes, onProved, onUnseen }: ProvingOptions): Proving {
  const ledger = createProofLedger()
  let last: Proof | undefined
  let background: Promise<void> | undefined
  let wake: () => void = () => undefined
  let isClosed = false

  const look = async (): Promise<Proof | undefined> => {
    const unproved = ledger.unproved()
    if (unproved.length > 0) last = await lookOnce(unproved)
    const [proved, unseen] = [ledger.takeProved(), ledger.takeUnseen(performance.now())]
    if (proved.length > 0) onProved(proved)
    if (unseen.length > 0) onUnseen(unseen)
    return unproved.length > 0 ? last : undefined
  }
  const lookOnce = async (unproved: ReturnType<typeof ledger.unproved>): Promise<Proof> => {
    const started = performance.now()
    const open = new Map(unproved)
    const complaints = new Set<string>()
    const tell = (path: string, complaint: string | undefined) => {
      const expectation = open.get(path)
      open.delete(path)
      if (expectation) ledger.found(path, expectation, complaint)
      if (complaint !== undefined) complaints.add(complaint)
    }
    try {
      await lookAt(visitor, unproved, AbortSignal.timeout(times.attemptMs), tell)
    } catch (error) {
      if (!(error instanceof ServerSilent)) throw error
      for (const path of [...open.keys()]) tell(path, error.message)
    }
    const durationMs = Math.round(performance.now() - started)
    return {
      at: new Date().toISOString(),
      addresses: unproved.length,
      complaints: [...complaints],
      durationMs,
    }
  }
  const hasMore = () => !isClosed && ledger.unproved().length > 0
  const lookAgain = async () => {
    let delayMs = times.againMs.first
    while (hasMore()) {
      const isLast = !ledger.isPatient(performance.now())
      await pause(isLast ? 0 : delayMs)
      if (!hasMore()) break
      delayMs = Math.min(delayMs * 2, times.againMs.longest)
      await look()
      if (isLast && !ledger.isPatient(performance.now())) break
    }
    background = undefined
  }
  const pause = (ms: number) => sleep(ms, (early) => (wake = early))

  return {
    async prove(result) {
      if (result) ledger.expect(result, performance.now() + times.patienceMs)
      const proof = await look()
      if (ledger.isPatient(performance.now())) background ??= lookAgain()
      return proof
    },
    get last() {
      return last
    },
    get complaint() {
      const [first, ...others] = ledger.complaints(performance.now())
      return first === undefined || others.length === 0 ? first : `${first} (And ${others.length} more.)`
    },
    isWaiting: (document) => ledger.isWaiting(document),
    async settled() {
      await background
    },
    close() {
      isClosed = true
      wake()
      visitor.close()
    },
  }
}
