import type { CollectionConfig } from 'payload'
import { governanceSidebar, governanceTabs } from '../fields/governance.ts'
import { slugField } from '../fields/slug.ts'
import { draftCollection } from '../publication/draft-collection.ts'
import { pageEditor } from '../rich-text/page-editor.ts'

export const faqs: CollectionConfig = draftCollection({
  slug: 'faqs',
  labels: { singular: 'Question', plural: 'Questions' },
  admin: {
    useAsTitle: 'question',
    defaultColumns: ['question', '_status', 'topic', 'updatedAt'],
    group: 'Education',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Question and answer',
          fields: [
            { name: 'question', type: 'text', required: true },
            { name: 'answer', type: 'richText', editor: pageEditor, required: true },
          ],
        },
        {
          label: 'Where it belongs',
          fields: [
            {
              name: 'conditions',
              type: 'relationship',
              relationTo: 'conditions',
              hasMany: true,
              maxDepth: 0,
            },
            { name: 'topic', type: 'relationship', relationTo: 'topics', maxDepth: 0 },
            {
              name: 'order',
              type: 'number',
              defaultValue: 100,
              admin: { description: 'Smaller numbers come first within a topic.' },
            },
          ],
        },
        ...governanceTabs,
      ],
    },
    slugField('question'),
    ...governanceSidebar,
  ],
})
