import type { CollectionConfig } from 'payload'
import { governanceSidebar, governanceTabs } from '../fields/governance.ts'
import { slugField } from '../fields/slug.ts'
import { draftCollection } from '../publication/draft-collection.ts'
import { pageEditor } from '../rich-text/page-editor.ts'

/** Pages of text: about, editorial policy, how we review, accessibility, privacy, and more. */
export const pages: CollectionConfig = draftCollection({
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  admin: { useAsTitle: 'title', defaultColumns: ['title', '_status', 'updatedAt'], group: 'Clinic' },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            { name: 'title', type: 'text', required: true },
            { name: 'summary', type: 'textarea', required: true },
            { name: 'body', label: 'Text', type: 'richText', editor: pageEditor, required: true },
          ],
        },
        ...governanceTabs,
      ],
    },
    slugField('title'),
    ...governanceSidebar,
  ],
})
