import { readdirSync, readFileSync } from 'node:fs'

/**
 * The resident memory of a process and of all that it started, in MB (of 10^6 bytes). Pages that they share count for each of them.
 *
 * @returns 0 when the process has ended
 */
export function residentMb(pid: number): number {
  const own = read(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1]
  if (own === undefined) return 0
  const children = childrenOf(pid).map(residentMb)
  return (Number(own) * 1024) / 1e6 + children.reduce((sum, each) => sum + each, 0)
}

function childrenOf(pid: number): number[] {
  return tasksOf(pid).flatMap((task) =>
    (read(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  )
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    // It has just ended.
    return []
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It has just ended.
    return undefined
  }
}

const EVERY_MS = 100

/** Looks at the memory of processes now and then, and remembers the highest. */
export class PeakMemory {
  readonly #pids: () => number[]
  readonly #timer: NodeJS.Timeout
  #highest = 0

  /** @param pids whose memory is added up */
  constructor(pids: () => number[]) {
    this.#pids = pids
    this.#timer = setInterval(() => {
      this.look()
    }, EVERY_MS)
  }

  /** Looks now. @returns the highest so far, in MB */
  look(): number {
    const now = this.#pids().reduce((sum, pid) => sum + residentMb(pid), 0)
    this.#highest = Math.max(this.#highest, now)
    return this.#highest
  }

  /** @returns the highest, in MB */
  stop(): number {
    clearInterval(this.#timer)
    return this.look()
  }
}
