import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** A command that runs, and what it printed so far. */
export type RunningCommand = {
  readonly process: ChildProcess
  /** Both kinds of output, in the order they came. */
  readonly printed: () => string
  /** Waits until something was printed. */
  untilPrinted(part: string): Promise<void>
  /** @returns the exit code; null when a signal ended it */
  readonly ended: Promise<number | null>
}

const PATIENCE_MS = 20_000

/** Starts a script of the publisher in a process of its own, with these variables and no others of ours. */
export function runScript(
  script: 'cli.ts' | 'build.ts',
  args: readonly string[],
  variables: Record<string, string>,
): RunningCommand {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', script), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...variables },
  })
  let printed = ''
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return {
    process: child,
    printed: () => printed,
    ended,
    async untilPrinted(part) {
      const deadline = Date.now() + PATIENCE_MS
      while (!printed.includes(part)) {
        if (Date.now() > deadline || child.exitCode !== null)
          throw new Error(`“${part}” was not printed, but:\n${printed}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}
