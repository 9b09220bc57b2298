import type { CollectionConfig, PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { identified } from '../database/object-id.ts'
import { nextRevision } from './revision.ts'

const nobody = () => false

/**
 * What was public and is no longer. A deleted document leaves no row of its own, so the change feed would not know.
 * Rows are only ever added, in the transaction that removed the document.
 */
export const removals: CollectionConfig = {
  slug: 'removals',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  graphQL: false,
  hooks: { beforeChange: [identified] },
  fields: [
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'revision', type: 'number', required: true, index: true },
  ],
}

/** Records, within the request's transaction, that a document is no longer public. @returns the revision of the removal */
export async function recordRemoval(req: PayloadRequest, { collection, id }: DocumentKey): Promise<number> {
  const revision = nextRevision()
  await req.payload.create({
    collection: 'removals',
    data: { documentCollection: collection, documentId: id, revision },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return revision
}
