/** Tells a person what goes on: a line for each step, with how long it took. */
export type Progress = {
  /** A line of its own. */
  note: (line: string) => void
  /**
   * Runs one step. What it is doing is told at once when it takes long; what was done, when it is.
   *
   * @returns what the task returned
   * @throws what the task threw, after telling that the step failed
   */
  step: <Result>(
    doing: string,
    done: string,
    task: (detail: (line: string) => void) => Promise<Result>,
  ) => Promise<Result>
}

const TELL_AFTER_IN_MILLISECONDS = 400

/** @param write takes a line, usually to the terminal */
export function createProgress(write: (line: string) => void): Progress {
  return {
    note: write,
    step: async (doing, done, task) => {
      const start = performance.now()
      let told = false
      const tell = () => {
        if (!told) write(`  … ${doing}`)
        told = true
      }
      const timer = setTimeout(tell, TELL_AFTER_IN_MILLISECONDS)
      const detail = (line: string) => {
        tell()
        write(`    ${line}`)
      }
      try {
        const result = await task(detail)
        write(`  ✓ ${done} (${seconds(performance.now() - start)})`)
        return result
      } catch (error) {
        write(`  ✗ ${doing}: failed after ${seconds(performance.now() - start)}`)
        throw error
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** A duration for people. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
