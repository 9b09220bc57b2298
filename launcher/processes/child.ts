import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hasCode } from '../system-error.ts'
import { type LogFile, openLogFile } from './log-file.ts'

/** A program to run. */
export type Command = {
  /** What it is called in messages. */
  name: string
  program: string
  args: string[]
  /** Absolute. */
  folder: string
  variables: Record<string, string>
}

/** What becomes of a program's output: each line is told, or it goes straight to the terminal. */
export type Output = { logFile?: string; onLine: (line: string) => void } | 'terminal'

/** How a program ended: an exit code, a signal, or that it could not be started at all. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; error?: Error }

/** A program that was started. */
export type Child = {
  name: string
  /** Undefined when the system could not start it; `exited` then tells why. */
  pid: number | undefined
  /** Resolves once it has ended and its output has been told. */
  exited: Promise<Exit>
  /** Asks it and all that it started to stop, waits so long, then ends them. */
  stop: (patienceInSeconds?: number) => Promise<Exit>
}

const PATIENCE_IN_SECONDS = 8

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only the launcher, which
 * then stops its programs in order. (Needs a POSIX system.)
 */
export function startChild(command: Command, output: Output): Child {
  const stdio = output === 'terminal' ? 'inherit' : 'pipe'
  const child = spawn(command.program, command.args, {
    cwd: command.folder,
    env: command.variables,
    stdio: ['ignore', stdio, stdio],
    detached: true,
  })
  const log = output === 'terminal' ? undefined : tellLines(child, output)
  const exited = exitOf(child, log)
  return {
    name: command.name,
    pid: child.pid,
    exited,
    stop: async (patienceInSeconds = PATIENCE_IN_SECONDS) => {
      signalGroup(child, 'SIGTERM')
      const impatience = setTimeout(() => {
        signalGroup(child, 'SIGKILL')
      }, patienceInSeconds * 1000)
      const exit = await exited
      clearTimeout(impatience)
      return exit
    },
  }
}

/** How a program ended, in words that follow its name. */
export function describeExit({ code, signal, error }: Exit): string {
  if (error) return `could not be started: ${error.message}`
  return signal ? `was ended by ${signal}` : `ended with exit code ${code ?? 'unknown'}`
}

function tellLines(
  child: ChildProcess,
  { logFile, onLine }: Exclude<Output, 'terminal'>,
): LogFile | undefined {
  const log = logFile === undefined ? undefined : openLogFile(logFile, onLine)
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      log?.add(line)
      onLine(line)
    })
  }
  return log
}

function exitOf(child: ChildProcess, log: LogFile | undefined): Promise<Exit> {
  return new Promise((resolve) => {
    // `close` waits for the output of everything that the program started, so end what it left behind first.
    child.once('exit', () => {
      signalGroup(child, 'SIGKILL')
    })
    child.once('close', (code, signal) => {
      log?.close()
      resolve({ code, signal })
    })
    child.once('error', (error) => {
      log?.close()
      resolve({ code: null, signal: null, error })
    })
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // The whole group has ended already.
    if (!hasCode(error, 'ESRCH')) throw error
  }
}
