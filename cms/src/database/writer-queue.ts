import { DatabaseBusyError } from './database-busy-error.ts'

/** Gives the writer back; a second call does nothing. */
export type Release = () => void

type Waiter = { grant: (release: Release) => void; refuse: (reason: Error) => void }

/**
 * Hands one writer to one holder at a time, first come first served.
 * It waits without blocking the thread: SQLite's own wait would stop the very code that has to finish first.
 */
export class WriterQueue {
  readonly #waitLimitMilliseconds: number
  readonly #waiting = new Set<Waiter>()
  #held = false
  #closedBecause: Error | undefined

  readonly #onFree: () => void

  /**
   * @param waitLimitMilliseconds how long `acquire` waits at most
   * @param onFree called each time when the writer was given back and nobody waits for it
   */
  constructor(waitLimitMilliseconds: number, onFree: () => void = () => undefined) {
    this.#waitLimitMilliseconds = waitLimitMilliseconds
    this.#onFree = onFree
  }

  get isFree(): boolean {
    return !this.#held
  }

  /**
   * Resolves when the writer is the caller's, who must call the returned function when done.
   * @throws DatabaseBusyError when the wait takes too long; the reason of `close` once closed
   */
  async acquire(): Promise<Release> {
    if (this.#closedBecause) throw this.#closedBecause
    if (!this.#held) return this.#grant()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(waiter)
        reject(new DatabaseBusyError(this.#waitLimitMilliseconds))
      }, this.#waitLimitMilliseconds)
      const waiter: Waiter = {
        grant: (release) => {
          clearTimeout(timer)
          resolve(release)
        },
        refuse: (reason) => {
          clearTimeout(timer)
          reject(reason)
        },
      }
      this.#waiting.add(waiter)
    })
  }

  /** Refuses everybody who waits or comes later. Who holds the writer keeps it until release. */
  close(reason: Error): void {
    this.#closedBecause = reason
    for (const waiter of this.#waiting) waiter.refuse(reason)
    this.#waiting.clear()
  }

  #grant(): Release {
    this.#held = true
    let released = false
    return () => {
      if (released) return
      released = true
      this.#next()
    }
  }

  #next(): void {
    this.#held = false
    const [waiter] = this.#waiting
    if (!waiter) {
      this.#onFree()
      return
    }
    this.#waiting.delete(waiter)
    waiter.grant(this.#grant())
  }
}
