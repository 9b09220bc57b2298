/** What has to be done when a run ends, in whichever way. */
export type AtEnd = {
  /** @returns takes the task away again */
  add: (task: () => Promise<void>) => () => void
  /** Does what is left, the last added first. One that fails does not keep the others from being done. */
  run: () => Promise<void>
}

/** @param tell takes a sentence about a task that failed */
export function createAtEnd(tell: (sentence: string) => void): AtEnd {
  const tasks = new Set<() => Promise<void>>()
  return {
    add: (task) => {
      tasks.add(task)
      return () => tasks.delete(task)
    },
    run: async () => {
      for (const task of [...tasks].reverse()) {
        tasks.delete(task)
        try {
          await task()
        } catch (error) {
          tell(`Something was left behind: ${String(error)}`)
        }
      }
    },
  }
}
