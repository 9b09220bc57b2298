/** How long to wait before the next try after a failure, in milliseconds: twice as long each time, up to a longest wait. */
export type RetryDelay = {
  next(): number
  /** To be called when a try went well. */
  reset(): void
}

export function doublingDelay(firstMs: number, longestMs: number): RetryDelay {
  let delayMs = firstMs
  return {
    next() {
      const current = delayMs
      delayMs = Math.min(delayMs * 2, longestMs)
      return current
    },
    reset() {
      delayMs = firstMs
    },
  }
}
