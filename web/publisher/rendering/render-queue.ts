import type { PageFailure } from './rendered-file.ts'

/** Large enough that messages cost little, small enough that all threads end at about the same time. */
const PAGES_A_BATCH = 16

/** Pages that a thread takes at once. */
export type Batch = { paths: readonly string[]; /** A thread has ended over it before. */ isSuspect: boolean }

/** The pages that are to be rendered, in batches. Those of one folder, as a page and its Markdown, come together. */
export class RenderQueue {
  readonly #paths: readonly string[]
  #next = 0
  readonly #suspects: string[] = []

  constructor(paths: readonly string[]) {
    this.#paths = [...Map.groupBy(paths, folderOf).values()].flat()
  }

  /** @returns undefined when there are no more */
  take(): Batch | undefined {
    if (this.#next < this.#paths.length) {
      const end = this.#endOf(this.#next + PAGES_A_BATCH)
      const paths = this.#paths.slice(this.#next, end)
      this.#next += paths.length
      return { paths, isSuspect: false }
    }
    const suspect = this.#suspects.pop()
    return suspect === undefined ? undefined : { paths: [suspect], isSuspect: true }
  }

  /**
   * Puts back the pages over which a thread has ended, to be rendered one at a time.
   *
   * @param reason as part of a sentence
   * @returns the failure of the page when it was alone: then it is to blame
   */
  giveBack({ paths, isSuspect }: Batch, reason: string): PageFailure | undefined {
    const [path = ''] = paths
    if (isSuspect)
      return { path, message: `The thread that rendered it ended, twice: ${reason.replace(/\.$/, '')}.` }
    this.#suspects.push(...paths)
    return undefined
  }

  /** Where a batch ends so that a page and its Markdown are in one. */
  #endOf(end: number): number {
    const [last, next] = [this.#paths[end - 1], this.#paths[end]]
    return last !== undefined && next !== undefined && folderOf(last) === folderOf(next) ? end + 1 : end
  }

  /** All that is left. */
  rest(): string[] {
    const rest = [...this.#paths.slice(this.#next), ...this.#suspects.splice(0)]
    this.#next = this.#paths.length
    return rest
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
