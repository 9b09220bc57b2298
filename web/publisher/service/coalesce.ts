import type { FeedIndex } from '@careword/shared/change-feed.ts'
import type { NamedDocument } from '../feed/brought-documents.ts'
import { burstTimes, watchForBursts } from './burst.ts'
import { sleep } from './sleep.ts'

/** What a run is asked to do; of several requests at once, the most thorough. */
export type RunRequest = {
  compareAll: boolean
  /** The list to compare with, if it was read before. */
  index?: FeedIndex | undefined
  /** The documents that the run is for; without them it looks for all that changed. */
  documents?: readonly NamedDocument[] | undefined
}

/** The publisher stops, so what was asked for is not done. */
export class Stopping extends Error {
  override readonly name = 'Stopping'
}

/**
 * Does one thing at a time: tasks in the order they come, then runs. However many requests come during a run, one more
 * run follows it. When there is nothing else to do, it does what can wait.
 */
export type Coalesced = {
  /**
   * Asks for a run.
   *
   * @param urgency `nudge`: it may wait a little for others, as a part of a burst
   * @returns the number of the run that begins after this request
   */
  request(wish: RunRequest, urgency?: 'now' | 'nudge'): number
  /** Does a task when what goes on is done, before any run. @throws Stopping, or what the task throws */
  perform<Result>(task: () => Promise<Result>): Promise<Result>
  /** The number of the last run that ended; 0 before the first. */
  readonly finished: number
  /** Whether a run or a task goes on, or is to begin at once. */
  readonly isRunning: boolean
  /** Whether a run is asked for that has not begun. */
  readonly isWaiting: boolean
  /** Takes no more requests, and waits for what goes on. */
  close(): Promise<void>
}

/** What is done, and when. */
export type Work = {
  /** Must not throw. */
  run: (wish: RunRequest) => Promise<void>
  /** What can wait: begun after each run and task, told to stop by the next request. Must not throw. */
  settle?: (signal: AbortSignal) => Promise<void>
  times?: typeof burstTimes
}

type Task = { begin: () => Promise<void>; refuse: () => void }

export function coalesce({ run, settle = () => Promise.resolve(), times = burstTimes }: Work): Coalesced {
  const bursts = watchForBursts(times)
  const tasks: Task[] = []
  let begun = 0
  let finished = 0
  let waiting: (RunRequest & { dueAt: number }) | undefined
  let isBusy = false
  let isSettled = true
  let isClosed = false
  let working: Promise<void> | undefined
  // Ends what the worker does when it has nothing urgent to do: sleeping or settling.
  let interrupt: () => void = () => undefined

  const isDue = () => waiting !== undefined && waiting.dueAt <= performance.now()

  const runOnce = async (wish: RunRequest) => {
    waiting = undefined
    bursts.begun()
    begun += 1
    await run({ compareAll: wish.compareAll, index: wish.index, documents: wish.documents })
    finished += 1
  }
  const doNext = async (): Promise<boolean> => {
    const task = tasks.shift()
    if (!task && !(waiting && isDue())) return false
    isBusy = true
    await (task ? task.begin() : waiting && runOnce(waiting))
    isBusy = false
    isSettled = false
    return true
  }
  const work = async () => {
    while (!isClosed) {
      if (await doNext()) continue
      if (waiting) await sleep(waiting.dueAt - performance.now(), (wake) => (interrupt = wake))
      else if (isSettled) break
      else {
        isSettled = true
        const controller = new AbortController()
        interrupt = () => {
          controller.abort()
        }
        await settle(controller.signal)
        // What was interrupted goes on when the run is done.
        if (controller.signal.aborted) isSettled = false
      }
    }
    working = undefined
  }
  const stir = () => {
    interrupt()
    working ??= Promise.resolve().then(work)
  }

  return {
    request(wish, urgency = 'now') {
      const now = performance.now()
      const dueAt = urgency === 'now' ? now : bursts.nudged(now, isBusy)
      // What must not wait takes along what may; a further nudge of a burst puts off only what may wait.
      const mustNotWait = waiting !== undefined && waiting.dueAt <= now
      waiting = {
        ...(waiting ? mostThorough(wish, waiting) : wish),
        dueAt: mustNotWait ? (waiting?.dueAt ?? now) : dueAt,
      }
      if (!isClosed) stir()
      return begun + 1
    },
    perform(task) {
      return new Promise((resolve, reject) => {
        const refuse = () => {
          reject(new Stopping('The publisher is stopping. Ask again when it has started anew.'))
        }
        if (isClosed) refuse()
        else {
          tasks.push({ begin: () => task().then(resolve, reject), refuse })
          stir()
        }
      })
    },
    get finished() {
      return finished
    },
    get isRunning() {
      return isBusy || tasks.length > 0 || isDue()
    },
    get isWaiting() {
      return waiting !== undefined
    },
    async close() {
      isClosed = true
      waiting = undefined
      for (const { refuse } of tasks.splice(0)) refuse()
      interrupt()
      await working
    },
  }
}

function mostThorough(a: RunRequest, b: RunRequest): RunRequest {
  const isFresh = (wish: RunRequest) => wish.compareAll && wish.index === undefined
  return {
    compareAll: a.compareAll || b.compareAll,
    index: isFresh(a) || isFresh(b) ? undefined : (a.index ?? b.index),
    documents: a.documents && b.documents && [...b.documents, ...a.documents],
  }
}
