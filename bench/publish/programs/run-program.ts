import { describeExit, startChild } from '../../../launcher/processes/child.ts'
import type { Child, Command } from '../../../launcher/processes/child.ts'
import type { AtEnd } from './at-end.ts'

const LINES_SHOWN = 40

function stopping(child: Child): () => Promise<void> {
  return async () => {
    await child.stop()
  }
}

/** Remembers the last lines that a program printed. */
function tail(onLine: (line: string) => void) {
  const lines: string[] = []
  return {
    take: (line: string) => {
      lines.push(line)
      if (lines.length > LINES_SHOWN) lines.shift()
      onLine(line)
    },
    text: () => lines.join('\n'),
  }
}

/**
 * Runs a program to its end.
 *
 * @param limitSeconds after which it is ended
 * @returns how long it ran, in seconds
 * @throws Error with the last lines that it printed, when it fails or takes too long
 */
export async function runProgram(
  command: Command,
  {
    atEnd,
    limitSeconds,
    onLine = () => undefined,
  }: { atEnd: AtEnd; limitSeconds: number; onLine?: (line: string) => void },
): Promise<number> {
  const printed = tail(onLine)
  const start = performance.now()
  const child = startChild(command, { onLine: printed.take })
  const forget = atEnd.add(stopping(child))
  const limit = setTimeout(() => void child.stop(), limitSeconds * 1000)
  const exit = await child.exited
  clearTimeout(limit)
  forget()
  const seconds = (performance.now() - start) / 1000
  if (exit.code === 0) return seconds
  const reason = seconds >= limitSeconds ? `took longer than ${limitSeconds} s` : describeExit(exit)
  throw new Error(`${command.name} ${reason}. It printed:\n${printed.text()}`)
}

/** A program that runs until it is stopped. */
export type Service = { pid: number; stop: () => Promise<void> }

/**
 * Starts a program and waits until it is ready.
 *
 * @param isReady asked again and again; throwing counts as not yet
 * @throws Error with the last lines that it printed, when it ends or is not ready in time
 */
export async function startProgram(
  command: Command,
  {
    atEnd,
    limitSeconds,
    isReady,
    onPid = () => undefined,
  }: {
    atEnd: AtEnd
    limitSeconds: number
    isReady: () => Promise<boolean>
    /** Told the process id before the program is ready. */
    onPid?: (pid: number) => void
  },
): Promise<Service> {
  const printed = tail(() => undefined)
  const child = startChild(command, { onLine: printed.take })
  const forget = atEnd.add(stopping(child))
  if (child.pid !== undefined) onPid(child.pid)
  const stop = async () => {
    forget()
    await child.stop()
  }
  const problem = await untilReady(child, isReady, limitSeconds)
  if (problem === undefined && child.pid !== undefined) return { pid: child.pid, stop }
  await stop()
  throw new Error(`${command.name} ${problem ?? 'has no process id'}. It printed:\n${printed.text()}`)
}

const LOOK_EVERY_MS = 20

async function untilReady(
  child: Child,
  isReady: () => Promise<boolean>,
  limitSeconds: number,
): Promise<string | undefined> {
  let ended: string | undefined
  void child.exited.then((exit) => (ended = describeExit(exit)))
  const deadline = performance.now() + limitSeconds * 1000
  while (performance.now() < deadline) {
    if (ended !== undefined) return ended
    // Nobody listens yet.
    if (await isReady().catch(() => false)) return undefined
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return `was not ready after ${limitSeconds} s`
}
