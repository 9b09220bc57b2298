import type { FeedIndex } from '@careword/shared/change-feed.ts'
import { failureOf } from './failure-of.ts'
import { doublingDelay } from './retry-delay.ts'
import { reportTrouble } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** Brings the list of all that is published, for the site to be compared with. */
export type Comparison = {
  /** Asks for the list; when it cannot be read, again after a while. While it is being asked for, this puts it off. */
  begin(): void
  /** To be called when the CMS cannot be read: then the list is due. */
  putOff(): void
  /** Whether the list is to be asked for after the next run in which the CMS can be read. */
  readonly isDue: boolean
  /** Why the list cannot be read at present. */
  readonly trouble: Trouble | undefined
  /** Asks no more. */
  close(): void
}

type ComparisonOptions = {
  /** How long to wait after the first failure, and at most, in milliseconds. */
  retryMs: { first: number; longest: number }
  log: (sentence: string) => void
}

/**
 * With thousands of documents the CMS needs seconds for the list, so publishes go on while it is read.
 *
 * @param compare is given the list
 */
export function createComparison(
  readIndex: (signal: AbortSignal) => Promise<FeedIndex>,
  compare: (index: FeedIndex) => void,
  { retryMs, log }: ComparisonOptions,
): Comparison {
  const trouble = reportTrouble(log, 'The site can be compared with all that is published again.')
  const retryDelay = doublingDelay(retryMs.first, retryMs.longest)
  let retry: NodeJS.Timeout | undefined
  let isReading = false
  let isDue = false
  const closing = new AbortController()

  const read = async (): Promise<void> => {
    const error = await failureOf(async () => {
      compare(await readIndex(closing.signal))
    })
    isReading = false
    if (closing.signal.aborted) return
    trouble.record(error === undefined ? undefined : explained(error))
    if (error === undefined) retryDelay.reset()
    else retry = setTimeout(begin, retryDelay.next())
  }
  const begin = (): void => {
    clearTimeout(retry)
    // What was read of the list may be older than the reason for this.
    isDue = isReading
    if (isReading) return
    isReading = true
    void read()
  }

  return {
    begin,
    putOff: () => {
      isDue = true
    },
    get isDue() {
      return isDue
    },
    get trouble() {
      return trouble.current
    },
    close: () => {
      closing.abort()
      clearTimeout(retry)
    },
  }
}

function explained(error: unknown): Error {
  const { message } = error as Error
  return new Error(`The site could not be compared with all that is published: ${message}`, { cause: error })
}
