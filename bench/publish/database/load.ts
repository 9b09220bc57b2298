import { commitTransaction, createLocalReq, getPayload, initTransaction, killTransaction } from 'payload'
import type { Payload } from 'payload'
import config from '../../../cms/src/payload.config.ts'
import { createDocument } from '../../../cms/src/seed/create-document.ts'
import { loadStarterContent } from '../../../cms/src/seed/load.ts'
import type { StarterDocument } from '../../../cms/src/seed/starter-document.ts'
import { starterIdOf } from '../../../cms/src/seed/write-document.ts'
import { account } from '../content/account.ts'
import { generatedDocuments } from './generated-documents.ts'
import { storeArticle } from './store-article.ts'

/**
 * `node load.ts ARTICLES`: fills the database that the environment names with the starter content, so many articles, and
 * the account that edits them.
 */
const count = Number(process.argv[2])
if (!Number.isInteger(count) || count < 1)
  throw new RangeError(`Say how many articles to load, as a whole number; “${String(process.argv[2])}” came.`)

/** A commit writes to the disk and waits for it; a transaction that is too long holds many rows in memory. */
const DOCUMENTS_A_TRANSACTION = 100

const payload = await getPayload({ config })
try {
  await loadStarterContent(payload)
  await payload.create({ collection: 'users', data: { ...account, roles: ['admin'] } })
  const documents = generatedDocuments(count)
  for (let start = 0; start < documents.length; start += DOCUMENTS_A_TRANSACTION) {
    const end = start + DOCUMENTS_A_TRANSACTION
    await createTogether(payload, documents.slice(start, end))
    process.stdout.write(`${Math.min(end, documents.length)} of ${documents.length} documents\n`)
  }
} finally {
  await payload.destroy()
}

async function createTogether(payload: Payload, documents: readonly StarterDocument[]): Promise<void> {
  const req = await createLocalReq({ context: { seeding: true } }, payload)
  await initTransaction(req)
  try {
    for (const document of documents)
      await (document.collection === 'articles'
        ? storeArticle(document, req)
        : createDocument(document, starterIdOf, req))
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
