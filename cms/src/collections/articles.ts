import type { CollectionConfig } from 'payload'
import { governanceSidebar, governanceTabs } from '../fields/governance.ts'
import { relatedArticlesField } from '../fields/related-articles.ts'
import { slugField } from '../fields/slug.ts'
import { draftCollection } from '../publication/draft-collection.ts'
import { pageEditor } from '../rich-text/page-editor.ts'

export const articles: CollectionConfig = draftCollection({
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'conditions', 'updatedAt'],
    group: 'Education',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            { name: 'title', type: 'text', required: true },
            {
              name: 'summary',
              type: 'textarea',
              required: true,
              admin: { description: 'Two or three plain sentences.' },
            },
            { name: 'hero', label: 'Picture', type: 'upload', relationTo: 'media', maxDepth: 0 },
            {
              name: 'keyPoints',
              label: 'Key points',
              type: 'array',
              labels: { singular: 'Point', plural: 'Points' },
              fields: [{ name: 'point', type: 'textarea', required: true }],
            },
            { name: 'body', label: 'Text', type: 'richText', editor: pageEditor, required: true },
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
            { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, maxDepth: 0 },
            relatedArticlesField,
          ],
        },
        ...governanceTabs,
      ],
    },
    slugField('title'),
    ...governanceSidebar,
  ],
})
