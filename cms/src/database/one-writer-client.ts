import { LibsqlError } from '@libsql/client'
import type { Client, InStatement, Replicated, ResultSet, Transaction, TransactionMode } from '@libsql/client'
import { Checkpoints } from './checkpoints.ts'
import { controlsTransaction, isReading } from './statement-kind.ts'
import { databaseFile } from './database-uri.ts'
import { openConnection } from './prepared-once.ts'
import { WriterQueue } from './writer-queue.ts'
import { WriterTransaction } from './writer-transaction.ts'
import type { Connections } from './writer-transaction.ts'

/** Longer than the idle limit, so that saves that wait outlive an abandoned transaction. */
const WAIT_LIMIT_IN_MILLISECONDS = 15_000
const IDLE_LIMIT_IN_MILLISECONDS = 10_000
/** For locks of other processes only (a command-line tool beside the server): it blocks the thread. */
const BUSY_TIMEOUT_IN_MILLISECONDS = 5000
const JOURNAL_SIZE_LIMIT_IN_BYTES = 64 * 1024 * 1024
/** A commit carries the log over only when nobody rested for so long, as while much is loaded: 32 MB. */
const LONGEST_LOG_IN_PAGES = 8000

export type OneWriterOptions = {
  /** `file:` URL of the database; the file is created when there is none, its folder is not. */
  url: string
  /** How long a write waits for the writer before it fails with DatabaseBusyError. */
  waitLimitMilliseconds?: number
  /** After how long without a statement a transaction that holds the writer is rolled back. */
  idleLimitMilliseconds?: number
  /** How long nobody must have written before the write-ahead log is carried over. */
  restMilliseconds?: number
  /** Told of each abandoned transaction after it was rolled back, and of what prevented that. */
  onAbandoned: (reason: unknown) => void
  /** Told what kept the write-ahead log from being carried over to the database. */
  onCheckpointFailure: (reason: unknown) => void
}

/**
 * Opens an SQLite file with one connection that writes and one that reads.
 * libsql's own client opens a new connection for every transaction, without the pragmas set before, and two of
 * them in one thread cannot wait for each other: of 20 saves at once, one succeeds.
 * @throws when the file cannot be opened or cannot be used with a write-ahead log
 */
export async function openOneWriterClient(options: OneWriterOptions): Promise<Client> {
  const file = databaseFile(options.url)
  const writer = openConnection(file)
  await writer.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_IN_MILLISECONDS}`)
  const journal = await writer.execute('PRAGMA journal_mode = WAL')
  if (journal.rows[0]?.journal_mode !== 'wal') {
    writer.close()
    throw new Error(
      `${options.url} cannot be opened with a write-ahead log: it must be a file on a local disk.`,
    )
  }
  await writer.execute(`PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT_IN_BYTES}`)
  await writer.execute(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG_IN_PAGES}`)
  // A save that was confirmed survives a power cut: FULL costs 0.3 ms a commit against NORMAL.
  await writer.execute('PRAGMA synchronous = FULL')
  await writer.execute('PRAGMA foreign_keys = ON')

  const reader = openConnection(file)
  await reader.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_IN_MILLISECONDS}`)
  await reader.execute('PRAGMA foreign_keys = ON')
  await reader.execute('PRAGMA query_only = ON')

  const { restMilliseconds, onCheckpointFailure } = options
  const checkpoints = new Checkpoints({
    ...(restMilliseconds !== undefined && { restMilliseconds }),
    onFailure: onCheckpointFailure,
  })
  const queue = new WriterQueue(options.waitLimitMilliseconds ?? WAIT_LIMIT_IN_MILLISECONDS, () => {
    checkpoints.written(writer, () => queue.isFree)
  })
  return new OneWriterClient(
    {
      writer,
      reader,
      open: new Set(),
      queue,
      idleLimitMilliseconds: options.idleLimitMilliseconds ?? IDLE_LIMIT_IN_MILLISECONDS,
      onAbandoned: options.onAbandoned,
    },
    checkpoints,
  )
}

class OneWriterClient implements Client {
  readonly protocol = 'file'
  readonly #connections: Connections
  readonly #checkpoints: Checkpoints
  closed = false

  constructor(connections: Connections, checkpoints: Checkpoints) {
    this.#connections = connections
    this.#checkpoints = checkpoints
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    this.#assertOpen()
    const sql = typeof statement === 'string' ? statement : statement.sql
    if (controlsTransaction(sql)) {
      throw new Error(`"${sql}" would hold the only writer for ever: use transaction() or batch().`)
    }
    if (isReading(sql)) return this.#connections.reader.execute(statement)
    return this.#onWriter((writer) => writer.execute(statement))
  }

  async batch(statements: InStatement[], mode: TransactionMode = 'deferred'): Promise<ResultSet[]> {
    this.#assertOpen()
    return this.#onWriter((writer) => writer.batch(statements, mode))
  }

  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    this.#assertOpen()
    return this.#onWriter((writer) => writer.migrate(statements))
  }

  async executeMultiple(script: string): Promise<void> {
    this.#assertOpen()
    return this.#onWriter((writer) => writer.executeMultiple(script))
  }

  /** The mode makes no difference: every transaction takes the writer when it first writes. */
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface wants a promise
  async transaction(): Promise<Transaction> {
    this.#assertOpen()
    return new WriterTransaction(this.#connections)
  }

  async sync(): Promise<Replicated> {
    this.#assertOpen()
    return this.#connections.writer.sync()
  }

  /** Closes the file. What waits for the writer fails; open transactions are rolled back. */
  close(): void {
    if (this.closed) return
    this.closed = true
    this.#connections.queue.close(closedError())
    for (const transaction of this.#connections.open) transaction.close()
    this.#checkpoints.stop()
    this.#connections.reader.close()
    this.#connections.writer.close()
  }

  async #onWriter<Result>(run: (writer: Client) => Promise<Result>): Promise<Result> {
    const release = await this.#connections.queue.acquire()
    try {
      return await run(this.#connections.writer)
    } finally {
      release()
    }
  }

  #assertOpen(): void {
    if (this.closed) throw closedError()
  }
}

function closedError(): LibsqlError {
  return new LibsqlError('The database is closed', 'CLIENT_CLOSED')
}
