import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import { completeDocument, createDocument, createPicture } from './create-document.ts'
import { existingDocuments, existingPictures } from './existing.ts'
import { fillEmptyGlobals } from './fill-globals.ts'
import { nameOf } from './identifiers.ts'
import { inLoadOrder } from './load-order.ts'
import { starterPictures } from './pictures.ts'
import { targetOf } from './reference.ts'
import { starterDocuments } from './starter-content.ts'
import { starterIdOf } from './write-document.ts'
import type { Writing } from './writing.ts'

export type LoadOptions = {
  /** Told after each step how many of the texts and pictures are done. */
  onProgress?: (done: number, total: number) => void
}

/** What a load did: `kept` texts and pictures were there already; `filled` names the globals that were empty. */
export type LoadResult = { created: number; kept: number; filled: string[] }

/** Tells hooks that a change comes from the starter content. */
const SEEDING = { seeding: true }

/**
 * Puts the starter content into the CMS as published documents, and fills the globals that are empty.
 *
 * What is there already (by its id, its slug, or its file’s name) stays as it is, also when somebody changed it or moved it
 * to the trash. The texts are stored all together or not at all.
 *
 * @throws StarterContentError that names the document and the field that could not be stored
 */
export async function loadStarterContent(
  payload: Payload,
  { onProgress }: LoadOptions = {},
): Promise<LoadResult> {
  const documents = inLoadOrder(starterDocuments)
  const existing = new Map([
    ...(await existingPictures(payload, starterPictures)),
    ...(await existingDocuments(payload, documents)),
  ])
  const total = documents.length + starterPictures.length
  let done = existing.size
  const report = () => onProgress?.(++done, total)

  // Drawing takes its time: it happens outside of the transaction, so that no other save waits for it. One picture
  // at a time keeps all processors busy, since all its sizes are made at once; two would only take more memory.
  for (const picture of starterPictures) {
    if (existing.has(`media:${picture.name}`)) continue
    await createPicture(payload, picture, SEEDING)
    report()
  }

  const idOf: Writing['idOf'] = (reference) =>
    existing.get(nameOf(targetOf(reference))) ?? starterIdOf(reference)
  const missing = documents.filter((document) => !existing.has(nameOf(document)))
  const filled = await inTransaction(payload, async (req) => {
    for (const document of missing) {
      await createDocument(document, idOf, req)
      report()
    }
    for (const document of missing) await completeDocument(document, idOf, req)
    return fillEmptyGlobals(idOf, req)
  })
  return { created: total - existing.size, kept: existing.size, filled }
}

/** Whether the CMS has no content yet: no condition, article, question or page, not even in the trash. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  for (const collection of ['conditions', 'articles', 'faqs', 'pages'] as const) {
    const { totalDocs } = await payload.count({ collection, trash: true })
    if (totalDocs > 0) return false
  }
  return true
}

async function inTransaction<Result>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  const req = await createLocalReq({ context: SEEDING }, payload)
  await initTransaction(req)
  try {
    const result = await work(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
