import { type Child, type Command, describeExit, type Exit, type Output, startChild } from './child.ts'

/** A program that had to go on running has ended. */
export class ProgramEndedError extends Error {
  override readonly name = 'ProgramEndedError'
}

/** Starts programs, notices when one that must go on running ends, and stops all of them in order. */
export type Supervisor = {
  /**
   * Starts a program that has to run until it is stopped.
   *
   * @param onUnexpectedEnd is called before `failure` rejects
   */
  keep: (command: Command, output: Output, onUnexpectedEnd?: () => void) => Child
  /** Runs a program to its end, or ends it after so long. */
  run: (command: Command, output: Output, limitInSeconds?: number) => Promise<Exit>
  /** Rejects with a ProgramEndedError when a kept program ends before `stop`; never resolves. */
  failure: Promise<never>
  /** Stops what runs, the last started first. May be called twice. */
  stop: () => Promise<void>
  /** Process ids of what runs. */
  pids: () => number[]
}

export function createSupervisor(): Supervisor {
  const running = new Set<Child>()
  let stopping = false
  const { promise: failure, reject } = Promise.withResolvers<never>()
  // Who does not wait for it is not to be ended by it.
  failure.catch(() => undefined)

  const start = (command: Command, output: Output): Child => {
    if (stopping) throw new ProgramEndedError(`${command.name} is not started any more.`)
    const child = startChild(command, output)
    running.add(child)
    void child.exited.then(() => running.delete(child))
    return child
  }

  return {
    failure,
    keep: (command, output, onUnexpectedEnd = () => undefined) => {
      const child = start(command, output)
      let expected = false
      void child.exited.then((exit) => {
        if (stopping || expected) return
        onUnexpectedEnd()
        reject(new ProgramEndedError(`${child.name} ${describeExit(exit)}.`))
      })
      const stop: Child['stop'] = (patienceInSeconds) => {
        expected = true
        return child.stop(patienceInSeconds)
      }
      return { ...child, stop }
    },
    run: async (command, output, limitInSeconds) => {
      const child = start(command, output)
      if (limitInSeconds === undefined) return child.exited
      const limit = setTimeout(() => void child.stop(), limitInSeconds * 1000)
      const exit = await child.exited
      clearTimeout(limit)
      return exit
    },
    stop: async () => {
      stopping = true
      for (const child of [...running].reverse()) await child.stop()
    },
    pids: () => [...running].flatMap(({ pid }) => pid ?? []),
  }
}
