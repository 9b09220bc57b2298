import type { GlobalConfig } from 'payload'
import { publicGlobal } from '../publication/public-global.ts'

/** What the site's search should know: words that mean the same. */
export const search: GlobalConfig = publicGlobal({
  slug: 'search',
  label: 'Search',
  fields: [
    {
      name: 'synonyms',
      label: 'Words that mean the same',
      type: 'array',
      labels: { singular: 'Group of words', plural: 'Groups of words' },
      fields: [{ name: 'words', type: 'text', hasMany: true, required: true, minRows: 2 }],
    },
  ],
})
