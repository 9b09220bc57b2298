/** What goes wrong at present, and since when. */
export type Trouble = { message: string; since: string }

/** Remembers one kind of trouble, and says it once instead of at every try. */
export type TroubleReport = {
  readonly current: Trouble | undefined
  /** Takes the outcome of a try: an error, or undefined when it went well. */
  record(error: unknown): void
}

/**
 * @param log is given lines at the level WARN, also of the end: whoever starts everything is shown only those
 * @param whenOver what to say when the trouble is over
 */
export function reportTrouble(log: (sentence: string) => void, whenOver: string): TroubleReport {
  let current: Trouble | undefined
  return {
    get current() {
      return current
    },
    record(error) {
      if (error === undefined) {
        if (current) log(`WARN (over): ${whenOver}`)
        current = undefined
        return
      }
      const { message } = error as Error
      if (current?.message !== message) log(`WARN: ${message}`)
      current = { message, since: current?.since ?? new Date().toISOString() }
    },
  }
}
