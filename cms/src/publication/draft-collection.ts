import type { CollectionConfig, Field } from 'payload'
import { publishedOrStaff } from '../access/published-or-staff.ts'
import { unsavedWordsField } from '../typed-words/unsaved-words-field.ts'
import { guardStatus } from './guard-status.ts'
import { forgetOldVersions } from './old-versions.ts'
import { publicCollection } from './public-collection.ts'
import { publishedForThePublic } from './published-for-the-public.ts'
import { restoreAsDraft } from './restore-as-draft.ts'
import { restoreWithoutDeleted } from './restored-references.ts'

/** How long after the last key stroke a draft is saved, in milliseconds. */
const AUTOSAVE_INTERVAL_MS = 800

/** Joins the field that Payload makes, with its options. */
const statusField: Field = {
  name: '_status',
  label: 'Status',
  type: 'select',
  options: [],
  admin: { components: { Cell: '/publication/admin/StatusCell.tsx#StatusCell' } },
}

/** A public collection whose documents are drafted, published, scheduled, and moved to the trash before they are deleted. */
export function draftCollection(config: CollectionConfig): CollectionConfig {
  return publicCollection({
    ...config,
    fields: [unsavedWordsField, ...config.fields, statusField],
    trash: true,
    versions: {
      // Payload would look for old ones within each save.
      maxPerDoc: 0,
      drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS }, schedulePublish: true },
    },
    access: { read: publishedOrStaff, ...config.access },
    endpoints: config.endpoints === false ? false : [...(config.endpoints ?? []), restoreAsDraft],
    hooks: {
      ...config.hooks,
      beforeOperation: [...(config.hooks?.beforeOperation ?? []), publishedForThePublic, guardStatus],
      beforeChange: [...(config.hooks?.beforeChange ?? []), restoreWithoutDeleted],
      afterChange: [...(config.hooks?.afterChange ?? []), forgetOldVersions],
    },
  })
}
