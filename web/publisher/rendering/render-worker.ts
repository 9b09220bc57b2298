import { parentPort, workerData } from 'node:worker_threads'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { storedDocument } from '../../content/stored-document.ts'
import { loadBuild } from '../../renderer/load.ts'
import { createLargeFields } from '../feed/large-fields.ts'
import { siteRendererOf } from '../publish/site-renderer.ts'
import { writeObject } from '../store/write-object.ts'
import { renderToFile } from './render-to-file.ts'
import type { PageOutcome } from './rendered-file.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-messages.ts'

/** Of text: a thread goes through all documents, and comes back to one only for its other form, at once. */
const CACHE_LENGTH = 200_000

/** A thread that renders pages. It holds the small fields of all documents and reads the large ones from disk. */
async function work(): Promise<void> {
  const { rendererDirectory, build, documentsDirectory, objectsDirectory } = workerData as WorkerSetup
  const { render } = siteRendererOf(await loadBuild(rendererDirectory, build))
  const readLarge = createLargeFields(
    documentsDirectory,
    () => undefined,
    () => CACHE_LENGTH,
  )
  const documents = new Map<string, PublicDocument>()
  let snapshot: Snapshot = { documents, today: '', siteUrl: '' }

  const renderAll = async (paths: readonly string[]): Promise<FromWorker> => {
    const outcomes: PageOutcome[] = []
    try {
      for (const path of paths)
        outcomes.push(await renderToFile({ render, writeObject, objectsDirectory }, snapshot, path))
      return { kind: 'rendered', outcomes }
    } catch (error) {
      return { kind: 'failed', message: (error as Error).message }
    }
  }

  parentPort?.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'documents':
        for (const key of message.gone) documents.delete(key)
        for (const head of message.heads) documents.set(keyOf(head), storedDocument(head, readLarge))
        break
      case 'snapshot':
        snapshot = { documents: new Map(documents), today: message.today, siteUrl: message.siteUrl }
        break
      case 'render':
        void renderAll(message.paths).then(answer)
    }
  })
  answer({ kind: 'ready' })
}

function answer(message: FromWorker): void {
  parentPort?.postMessage(message)
}

await work()
