import type { UIField } from 'payload'

/** In the form of a document with drafts: tells when what was written last could not be saved. It stores nothing. */
export const unsavedWordsField: UIField = {
  name: 'unsavedWords',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: '/typed-words/UnsavedWords.tsx#UnsavedWords' },
  },
}
