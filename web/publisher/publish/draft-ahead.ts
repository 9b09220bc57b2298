import { sameContent } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { Draft } from './make-release.ts'
import type { ShownSite } from './shown-site.ts'

/** It is wanted milliseconds later, or never; and what it names is deleted from the store after an hour. */
const GOOD_FOR_MS = 60_000

type Ahead = {
  from: ShownSite
  wanted: Snapshot
  begunAt: number
  controller: AbortController
  /** Undefined when nothing came of it. */
  draft: Promise<Draft | undefined>
}

/**
 * Holds the draft of a release that may be wanted soon, and gives it out when it is. A release depends on what is shown and on
 * the content that is wanted alone, so a draft for the very same is as good as one that is made then.
 */
export class DraftAhead {
  #ahead: Ahead | undefined

  /**
   * Has a draft made, in place of any other.
   *
   * @param from what is shown
   * @param make is told by the signal that it is not wanted any more
   * @throws what `make` throws, unless it was stopped. Whoever takes the draft then makes another one.
   */
  async make(
    from: ShownSite,
    wanted: Snapshot,
    make: (signal: AbortSignal) => Promise<Draft>,
  ): Promise<void> {
    this.forget()
    const controller = new AbortController()
    const { signal } = controller
    const making = make(signal)
    const draft = making.catch(() => undefined)
    this.#ahead = { from, wanted, begunAt: performance.now(), controller, draft }
    try {
      await making
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  /**
   * Gives the draft that leads from what is shown to what is wanted, once. One that is still being made is waited for.
   *
   * @returns undefined when there is none
   */
  async take(from: ShownSite | undefined, wanted: Snapshot): Promise<Draft | undefined> {
    const ahead = this.#ahead
    const isGood =
      ahead !== undefined &&
      ahead.from === from &&
      performance.now() - ahead.begunAt < GOOD_FOR_MS &&
      sameContent(ahead.wanted, wanted)
    if (!isGood) {
      this.forget()
      return undefined
    }
    this.#ahead = undefined
    return ahead.draft
  }

  /** Stops what is being made, and forgets it. */
  forget(): void {
    this.#ahead?.controller.abort()
    this.#ahead = undefined
  }
}
