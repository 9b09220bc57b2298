import type { CollectionConfig } from 'payload'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'

const nobody = () => false

/** Where a change can be on its way to the site. */
export const deliveryStates = ['queued', 'live', 'held', 'failed', 'superseded'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** A change of what is public, and what is known of its way to the site. */
export type Delivery = {
  id: string
  documentCollection: DocumentCollection
  documentId: string
  /** What people call the document, as of the change. */
  title?: string | null
  /** Whether the document is public no longer. */
  withdrawal: boolean
  /** What the document changed to; not known at first (see `settleVersions`), and never of a withdrawal. */
  version?: string | null
  /** Where the change stands in the sequence of changes. */
  revision: number
  state: DeliveryState
  /** ISO 8601, as all dates here. */
  queuedAt: string
  /** When it came to be live. */
  at?: string | null
  durationMs?: number | null
  /** How many pages changed with it. */
  pages?: number | null
  release?: number | null
  /** Why it failed, and the document and field at fault. */
  reason?: string | null
  faultTitle?: string | null
  faultField?: string | null
  /** As of when the publisher said so, by its clock. */
  reportedAt?: string | null
}

/**
 * The way of each change to the public site. A row is added in the transaction of the change, and never changed by another
 * save, so that saves are not in each other's way; what the publisher reports is written into it.
 *
 * That a later change of the same document replaced it is told from the order of the rows when they are read.
 */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['documentId', 'revision'] }],
  fields: [
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'title', type: 'text' },
    { name: 'withdrawal', type: 'checkbox', required: true },
    { name: 'version', type: 'text' },
    { name: 'revision', type: 'number', required: true, index: true },
    { name: 'state', type: 'text', required: true, index: true },
    { name: 'queuedAt', type: 'date', required: true },
    { name: 'at', type: 'date' },
    { name: 'durationMs', type: 'number' },
    { name: 'pages', type: 'number' },
    { name: 'release', type: 'number' },
    { name: 'reason', type: 'textarea' },
    { name: 'faultTitle', type: 'text' },
    { name: 'faultField', type: 'text' },
    { name: 'reportedAt', type: 'date' },
  ],
}
