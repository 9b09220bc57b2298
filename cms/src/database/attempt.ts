import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from './process-wide.ts'

/** One try of some work that may be repeated: what happened to it so far. */
export type Attempt = {
  /** A transaction of it was committed: repeating it would do that part twice. */
  committed: boolean
  /** It met a conflict with other saves. */
  conflicted: boolean
}

type NestedAttempt = Attempt & { outer: NestedAttempt | undefined }

const attempts = processWide('attempts', () => new AsyncLocalStorage<NestedAttempt>())

/** Runs `work` as one attempt; everything that it calls finds the attempt in `currentAttempt`. */
export function runAttempt<Result>(work: (attempt: Attempt) => Promise<Result>): Promise<Result> {
  const attempt: NestedAttempt = { committed: false, conflicted: false, outer: attempts.getStore() }
  return attempts.run(attempt, () => work(attempt))
}

/** The attempt that the running code belongs to; undefined outside any. */
export function currentAttempt(): Attempt | undefined {
  return attempts.getStore()
}

/** Records a commit, for the attempts around the current one too. */
export function recordCommit(): void {
  for (let attempt = attempts.getStore(); attempt; attempt = attempt.outer) attempt.committed = true
}
