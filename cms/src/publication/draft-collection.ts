import type { CollectionConfig } from 'payload'
import { publishedOrStaff } from '../access/published-or-staff.ts'
import { guardStatus } from './guard-status.ts'
import { publicCollection } from './public-collection.ts'
import { publishedForThePublic } from './published-for-the-public.ts'
import { restoreAsDraft } from './restore-as-draft.ts'

/** How long after the last key stroke a draft is saved, in milliseconds. */
const AUTOSAVE_INTERVAL_MS = 800

const VERSIONS_KEPT = 100

/** A public collection whose documents are drafted, published, scheduled, and moved to the trash before they are deleted. */
export function draftCollection(config: CollectionConfig): CollectionConfig {
  return publicCollection({
    ...config,
    trash: true,
    versions: {
      maxPerDoc: VERSIONS_KEPT,
      drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS }, schedulePublish: true },
    },
    access: { read: publishedOrStaff, ...config.access },
    endpoints: config.endpoints === false ? false : [...(config.endpoints ?? []), restoreAsDraft],
    hooks: {
      ...config.hooks,
      beforeOperation: [...(config.hooks?.beforeOperation ?? []), publishedForThePublic, guardStatus],
    },
  })
}
