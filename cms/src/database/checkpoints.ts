import type { Client } from '@libsql/client'

/** Saves that follow each other closely are carried over together, when they are done. */
const REST_IN_MILLISECONDS = 250

export type CheckpointOptions = {
  /** How long nobody must have written. */
  restMilliseconds?: number
  /** Told what kept a checkpoint from being made. The log then grows until the next one. */
  onFailure: (reason: unknown) => void
}

/**
 * Carries what was written over from the write-ahead log to the database when nobody writes. SQLite does that within a commit,
 * which makes every sixth save of an article wait 8 ms longer.
 * https://www.sqlite.org/wal.html#ckpt
 */
export class Checkpoints {
  readonly #restMilliseconds: number
  readonly #onFailure: CheckpointOptions['onFailure']
  #rest: NodeJS.Timeout | undefined

  constructor({ restMilliseconds = REST_IN_MILLISECONDS, onFailure }: CheckpointOptions) {
    this.#restMilliseconds = restMilliseconds
    this.#onFailure = onFailure
  }

  /**
   * To be called after each write, when the writer is free.
   *
   * @param isFree asked after the rest: whoever writes by then calls this again
   */
  written(writer: Client, isFree: () => boolean): void {
    this.stop()
    this.#rest = setTimeout(() => {
      if (isFree()) void this.#make(writer)
    }, this.#restMilliseconds)
    this.#rest.unref()
  }

  stop(): void {
    clearTimeout(this.#rest)
  }

  async #make(writer: Client): Promise<void> {
    try {
      // It waits for nobody, and leaves what a reader still needs to the next one.
      await writer.execute('PRAGMA wal_checkpoint(PASSIVE)')
    } catch (error) {
      this.#onFailure(error)
    }
  }
}
