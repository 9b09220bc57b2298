import { LibsqlError } from '@libsql/client'
import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { isReading } from './statement-kind.ts'
import type { Release, WriterQueue } from './writer-queue.ts'

/** What a transaction shares with its client. */
export type Connections = {
  writer: Client
  reader: Client
  queue: WriterQueue
  /** The transactions that have not ended. */
  open: Set<WriterTransaction>
  /** A transaction that holds the writer and sends no statement for so long counts as abandoned. */
  idleLimitMilliseconds: number
  /** Told of each abandoned transaction after it was rolled back, and of what prevented that. */
  onAbandoned: (reason: unknown) => void
}

/**
 * A transaction that takes the writer at its first write, not at its start, and keeps it to its end.
 * Until then it reads what is committed; from then on all its statements go to the writer.
 * Payload opens transactions in which it then writes outside them, and others that never write:
 * a writer taken at the start would make the first wait for themselves and hold everybody up for the second.
 */
export class WriterTransaction implements Transaction {
  readonly #connections: Connections
  #taking: Promise<void> | undefined
  #release: Release | undefined
  #idleTimer: NodeJS.Timeout | undefined
  #ended: Error | undefined

  constructor(connections: Connections) {
    this.#connections = connections
    connections.open.add(this)
  }

  get closed(): boolean {
    return this.#ended !== undefined
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    this.#assertOpen()
    const { reader, writer } = this.#connections
    if (!this.#taking && isReading(typeof statement === 'string' ? statement : statement.sql)) {
      return reader.execute(statement)
    }
    return this.#onWriter(() => writer.execute(statement))
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  async executeMultiple(): Promise<void> {
    this.#assertOpen()
    // libsql rolls an open transaction back at the end of a script.
    return Promise.reject(new Error('A transaction runs single statements only: use execute or batch.'))
  }

  /** @throws what kept the database from committing; everything is rolled back then */
  async commit(): Promise<void> {
    this.#assertOpen()
    await this.#taking
    this.#assertOpen()
    this.#refuseStatements(closedError())
    try {
      if (this.#release) await this.#connections.writer.execute('COMMIT')
    } catch (error) {
      await this.#rollbackAndEnd(closedError())
      throw error
    }
    this.#leave()
  }

  /** Undoes everything; does nothing in a transaction that has ended. */
  async rollback(): Promise<void> {
    if (!this.#ended) await this.#rollbackAndEnd(closedError())
  }

  /** Rolls back at once, before it returns. */
  close(): void {
    this.rollback().catch(this.#connections.onAbandoned)
  }

  async #onWriter<Result>(run: () => Promise<Result>): Promise<Result> {
    await (this.#taking ??= this.#take())
    this.#assertOpen()
    this.#restartIdleTimer()
    try {
      return await run()
    } catch (error) {
      // After these SQLite may have rolled back on its own; what came next would be written without a transaction.
      // https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
      if (error instanceof LibsqlError && /^SQLITE_(?:FULL|IOERR|NOMEM|BUSY|INTERRUPT)/.test(error.code)) {
        await this.#rollbackAndEnd(error)
      }
      throw error
    }
  }

  async #take(): Promise<void> {
    try {
      const release = await this.#connections.queue.acquire()
      if (this.#ended) {
        release()
        throw this.#ended
      }
      try {
        await this.#connections.writer.execute('BEGIN IMMEDIATE')
      } catch (error) {
        release()
        throw error
      }
      this.#release = release
      // Whoever ended it in the meantime could not roll back what had not begun.
      if (this.closed) await this.#rollbackAndEnd(closedError())
      this.#assertOpen()
    } catch (error) {
      this.#taking = undefined
      throw error
    }
  }

  #restartIdleTimer(): void {
    clearTimeout(this.#idleTimer)
    const { idleLimitMilliseconds, onAbandoned } = this.#connections
    this.#idleTimer = setTimeout(() => {
      const reason = new Error(
        `A transaction that had written did nothing for ${idleLimitMilliseconds / 1000} s, so it was rolled back: ` +
          'it was never finished, or waited for something slow, or a write outside it waited for it (a hook that does not pass "req" on).',
      )
      this.#rollbackAndEnd(reason).then(() => {
        onAbandoned(reason)
      }, onAbandoned)
    }, idleLimitMilliseconds)
    this.#idleTimer.unref()
  }

  async #rollbackAndEnd(reason: Error): Promise<void> {
    this.#refuseStatements(reason)
    try {
      // Without the writer it has written nothing, and what is open there is somebody else's.
      if (this.#release) await this.#connections.writer.execute('ROLLBACK')
    } catch (error) {
      const rolledBackAlready =
        error instanceof LibsqlError && error.message.includes('no transaction is active')
      if (!rolledBackAlready) throw error
    } finally {
      this.#leave()
    }
  }

  /** From here on, because what comes while COMMIT or ROLLBACK is under way would be written on its own. */
  #refuseStatements(reason: Error): void {
    clearTimeout(this.#idleTimer)
    this.#ended ??= reason
  }

  #leave(): void {
    this.#connections.open.delete(this)
    this.#release?.()
    this.#release = undefined
  }

  #assertOpen(): void {
    if (this.#ended) throw this.#ended
  }
}

function closedError(): LibsqlError {
  return new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED')
}
