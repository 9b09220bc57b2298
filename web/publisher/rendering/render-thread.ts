import { Worker } from 'node:worker_threads'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { differingDocuments } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { headOf } from '../../content/stored-document.ts'
import { takeTurns } from '../turns.ts'
import type { PageOutcome } from './rendered-file.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-messages.ts'

/** A thread that rendered pages has ended, and what it was doing is lost. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
  /** Whether it ever came so far that it could render. */
  readonly wasReady: boolean

  constructor(reason: string, wasReady: boolean, options?: ErrorOptions) {
    super(reason, options)
    this.wasReady = wasReady
  }
}

/** Young objects are most of what rendering makes: with more room for them a thread takes 200 MB more and is a quarter faster. */
const YOUNG_MB = 8
/** Far more than a thread needs. One that needs more ends, and takes nothing else with it. */
const OLD_MB = 256

const DOCUMENTS_A_MESSAGE = 250

type Waiting = { resolve: (outcomes: readonly PageOutcome[]) => void; reject: (error: Error) => void }

/** A worker thread as the main thread sees it. It does one thing at a time. */
export class RenderThread {
  readonly #worker: Worker
  #shown: ReadonlyMap<string, PublicDocument> = new Map()
  #waiting: Waiting | undefined
  #ended: ThreadEnded | undefined
  #isReady = false

  constructor(setup: WorkerSetup) {
    this.#worker = new Worker(new URL('render-worker.ts', import.meta.url), {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    })
    this.#worker.on('message', (message: FromWorker) => {
      this.#take(message)
    })
    let failure: Error | undefined
    this.#worker.on('error', (error) => {
      failure = error as Error
    })
    // What the thread has said before comes before this, but perhaps not before its error.
    this.#worker.on('exit', (code) => {
      this.#end(failure?.message ?? `it ended with the code ${code}`, failure)
    })
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** Tells the thread how a snapshot differs from the one before, in pieces. */
  async bring({ documents, today, siteUrl }: Snapshot): Promise<void> {
    const turn = takeTurns()
    const different = differingDocuments({ documents: this.#shown }, { documents })
    const changed = [...different.values()].filter((document) => document !== undefined)
    const gone = [...different].filter(([, document]) => !document).map(([key]) => key)
    this.#tell({ kind: 'documents', heads: [], gone })
    for (let start = 0; start < changed.length; start += DOCUMENTS_A_MESSAGE) {
      const some = changed.slice(start, start + DOCUMENTS_A_MESSAGE)
      this.#tell({ kind: 'documents', heads: some.map(headOf), gone: [] })
      await turn()
    }
    this.#shown = documents
    this.#tell({ kind: 'snapshot', today, siteUrl })
  }

  /**
   * Renders pages of the snapshot that was brought last.
   *
   * @throws ThreadEnded when the thread ends before it has answered; another error when the pages cannot be written
   */
  render(paths: readonly string[]): Promise<readonly PageOutcome[]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended)
        return
      }
      this.#waiting = { resolve, reject }
      this.#tell({ kind: 'render', paths })
    })
  }

  /** Whether the process stays up for it. */
  hold(isHeld: boolean): void {
    if (isHeld) this.#worker.ref()
    else this.#worker.unref()
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #take(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.#isReady = true
      return
    }
    const waiting = this.#waiting
    this.#waiting = undefined
    if (message.kind === 'rendered') waiting?.resolve(message.outcomes)
    else waiting?.reject(new Error(message.message))
  }

  #end(reason: string, cause?: unknown): void {
    this.#ended ??= new ThreadEnded(reason, this.#isReady, { cause })
    this.#waiting?.reject(this.#ended)
    this.#waiting = undefined
  }
}
