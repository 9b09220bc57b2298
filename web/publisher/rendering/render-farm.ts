import type { Snapshot } from '../../content/snapshot.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { takeTurns } from '../turns.ts'
import { CollectedPages } from './collected-pages.ts'
import { RenderQueue } from './render-queue.ts'
import { renderToFile } from './render-to-file.ts'
import type { RenderOutcome, WriteObject } from './rendered-file.ts'
import { ThreadPool } from './thread-pool.ts'

export type { PageFailure, RenderedFile, RenderOutcome } from './rendered-file.ts'

/** Renders pages into the store of objects: a few in this thread, many on all cores. */
export type RenderFarm = {
  /**
   * Renders pages of a snapshot. A page that fails does not keep the others from being rendered; when very many fail,
   * it stops, and the rest are neither rendered nor failures.
   *
   * @throws the reason of `signal` when it is aborted, and what keeps pages from being written
   */
  render(snapshot: Snapshot, paths: readonly string[], signal?: AbortSignal): Promise<RenderOutcome>
  /**
   * Ends threads that do not render, before something else needs the memory.
   *
   * @returns how long ago the last thread ended, in milliseconds: 0 while some render, infinity when there never were any
   */
  rest(): Promise<number>
  /** Ends its threads. What is being rendered then is not finished. */
  close(): Promise<void>
}

/** What a farm works with. */
export type RenderFarmOptions = {
  renderer: SiteRenderer
  writeObject: WriteObject
  objectsDirectory: string
  /** What other threads need to render the same pages. Without it all are rendered in this thread. */
  threads?: {
    /** Where the builds of the templates are. */
    rendererDirectory: string
    /** Where the content store keeps the large fields, see `documentsDirectoryIn`. */
    documentsDirectory: string
    /** How many; by default one for each core. */
    count?: number
    /** How many pages are worth starting them. */
    worthStarting?: number
  }
  /** Takes sentences about what went wrong and was mended. */
  log: (sentence: string) => void
}

/** Threads are ready, and have the content, when this one has rendered so many pages. */
const WORTH_STARTING = 300

/** When they run already, they have to be told of what changed, and to answer each query anew. */
const WORTH_USING = 60

export function createRenderFarm(options: RenderFarmOptions): RenderFarm {
  const { renderer, writeObject, objectsDirectory, threads, log } = options
  const { worthStarting = WORTH_STARTING } = threads ?? {}
  const pool =
    threads && new ThreadPool({ ...threads, build: renderer.build, objectsDirectory }, log, threads.count)
  const maker = { render: renderer.render, writeObject, objectsDirectory }
  let lastInThreads: Promise<unknown> = Promise.resolve()

  const isWorth = (pages: number) =>
    pages >= worthStarting || (pool?.isRunning === true && pages >= WORTH_USING)

  return {
    async render(snapshot, paths, signal) {
      const queue = new RenderQueue(paths)
      const collected = new CollectedPages()
      const renderHere = async (path: string) => {
        collected.add(await renderToFile(maker, snapshot, path))
      }
      if (pool && isWorth(paths.length)) {
        const inThreads = lastInThreads.then(() =>
          pool.render(snapshot, queue, collected, renderHere, signal),
        )
        // Whoever asked for it gets the error; the next one only waits.
        lastInThreads = inThreads.catch(() => undefined)
        await inThreads
      }
      signal?.throwIfAborted()
      const turn = takeTurns()
      for (const path of collected.isEnough ? [] : queue.rest()) {
        await renderHere(path)
        await turn()
        signal?.throwIfAborted()
        if (collected.isEnough) break
      }
      return collected.outcome(paths)
    },
    rest: async () => (await pool?.endIdle()) ?? Infinity,
    close: async () => {
      await pool?.close()
    },
  }
}
