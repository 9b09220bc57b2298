import { availableParallelism } from 'node:os'
import type { Snapshot } from '../../content/snapshot.ts'
import type { CollectedPages } from './collected-pages.ts'
import type { RenderQueue } from './render-queue.ts'
import type { PageOutcome } from './rendered-file.ts'
import { RenderThread, ThreadEnded } from './render-thread.ts'
import type { WorkerSetup } from './worker-messages.ts'

/** Threads that nobody needs for so long are ended. V8 gives their memory back eight seconds later. */
const IDLE_MS = 5000

/** One thread for each core, started when they are needed. */
export class ThreadPool {
  readonly #setup: WorkerSetup
  readonly #size: number
  readonly #log: (sentence: string) => void
  #threads: RenderThread[] = []
  #idle: NodeJS.Timeout | undefined
  #isClosed = false
  /** When threads ended last, by the clock of `performance`. */
  #endedAt = -Infinity

  /** @param size how many threads */
  constructor(setup: WorkerSetup, log: (sentence: string) => void, size = availableParallelism()) {
    this.#setup = setup
    this.#log = log
    this.#size = size
  }

  get isRunning(): boolean {
    return this.#threads.length > 0
  }

  /**
   * Renders the pages of the queue. What it leaves there is for the caller to render: threads do not start here.
   *
   * @param again takes a page that has to be rendered in the main thread
   * @throws when pages cannot be written
   */
  async render(
    snapshot: Snapshot,
    queue: RenderQueue,
    collected: CollectedPages,
    again: (path: string) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    this.#refuseIfClosed()
    clearTimeout(this.#idle)
    this.#idle = undefined
    this.#threads = this.#threads.filter(({ hasEnded }) => !hasEnded)
    while (this.#threads.length < this.#size) this.#start()
    for (const thread of this.#threads) thread.hold(true)
    const take = async (outcome: PageOutcome) => {
      if ('failure' in outcome && outcome.isLost) await again(outcome.path)
      else collected.add(outcome)
    }
    let [cannotStart, cannotWrite] = [false, false]
    const isOver = () =>
      this.#isClosed || cannotStart || cannotWrite || collected.isEnough || signal?.aborted === true

    const drive = async (first: RenderThread): Promise<void> => {
      let thread = first
      await thread.bring(snapshot)
      while (!isOver()) {
        const batch = queue.take()
        if (!batch) return
        try {
          for (const outcome of await thread.render(batch.paths)) await take(outcome)
        } catch (error) {
          if (!(error instanceof ThreadEnded)) throw error
          this.#threads = this.#threads.filter((each) => each !== thread)
          if (this.#isClosed) return
          this.#log(`A thread that renders pages ended: ${error.message}.`)
          // A thread that never came to render says nothing about the pages.
          const mayBlame = error.wasReady ? batch : { ...batch, isSuspect: false }
          const failure = queue.giveBack(mayBlame, error.message)
          if (failure) collected.add({ path: failure.path, failure })
          cannotStart ||= !error.wasReady
          if (isOver()) return
          thread = this.#start()
          await thread.bring(snapshot)
        }
      }
    }

    try {
      const driven = this.#threads.map((thread) =>
        drive(thread).catch((error: unknown) => {
          cannotWrite = true
          throw error
        }),
      )
      // All of them come to their ends before the first error is told, so that none goes on behind the caller's back.
      for (const result of await Promise.allSettled(driven))
        if (result.status === 'rejected') throw result.reason
      this.#refuseIfClosed()
    } finally {
      for (const thread of this.#threads) thread.hold(false)
      this.#endWhenIdle()
    }
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error('The publisher stops, so the pages are not rendered.')
  }

  /** Ends the threads at once when none of them renders. @returns how long ago the last of them ended, in milliseconds */
  async endIdle(): Promise<number> {
    if (this.#idle) {
      clearTimeout(this.#idle)
      this.#idle = undefined
      await this.#stopAll()
    }
    return this.isRunning ? 0 : performance.now() - this.#endedAt
  }

  #endWhenIdle(): void {
    if (!this.#isClosed) this.#idle = setTimeout(() => void this.#stopAll(), IDLE_MS).unref()
  }

  /** Ends all threads; what they render is not finished. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#idle)
    await this.#stopAll()
  }

  #start(): RenderThread {
    const thread = new RenderThread(this.#setup)
    this.#threads.push(thread)
    return thread
  }

  async #stopAll(): Promise<void> {
    const threads = this.#threads
    this.#threads = []
    if (threads.length === 0) return
    await Promise.all(threads.map((thread) => thread.stop()))
    this.#endedAt = performance.now()
  }
}
