import type { DocumentHead } from '../../content/stored-document.ts'
import type { PageOutcome } from './rendered-file.ts'

/** What a worker thread is started with. */
export type WorkerSetup = {
  rendererDirectory: string
  /** Of the templates: all threads must have the same. */
  build: string
  documentsDirectory: string
  objectsDirectory: string
}

/** What a worker thread is told. */
export type ToWorker =
  | { kind: 'documents'; heads: readonly DocumentHead[]; gone: readonly string[] }
  /** What was told of documents until now makes a snapshot. */
  | { kind: 'snapshot'; today: string; siteUrl: string }
  | { kind: 'render'; paths: readonly string[] }

/** What it answers. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'rendered'; outcomes: readonly PageOutcome[] }
  /** The pages cannot be written. */
  | { kind: 'failed'; message: string }
