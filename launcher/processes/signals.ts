import { watchStarter } from './starter.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves when this process is asked to stop: by Ctrl-C, by a signal, or because what started it is gone. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS)
      process.on(signal, () => {
        resolve()
      })
    watchStarter(resolve)
  })
}
