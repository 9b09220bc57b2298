import type { CollectionConfig, PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { identified } from '../database/object-id.ts'
import { nextRevision } from './revision.ts'

const nobody = () => false

/**
 * Changes that no row of a document tells the change feed of. What was public and is no longer: a deleted document leaves no row.
 * And what changed because a document that it referred to was deleted, by which its own row gets no revision.
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

/**
 * Records, within the request's transaction, that a document is no longer public, or no longer refers to one that is deleted.
 *
 * @returns the revision of that
 */
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
