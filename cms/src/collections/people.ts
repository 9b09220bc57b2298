import type { CollectionConfig } from 'payload'
import { slugField } from '../fields/slug.ts'
import { draftCollection } from '../publication/draft-collection.ts'
import { pageEditor } from '../rich-text/page-editor.ts'

/** Who writes and reviews: a person with credentials, or a team. */
export const people: CollectionConfig = draftCollection({
  slug: 'people',
  labels: { singular: 'Person or team', plural: 'People' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'credentials', 'role', '_status'], group: 'Clinic' },
  fields: [
    {
      name: 'kind',
      type: 'radio',
      required: true,
      defaultValue: 'person',
      options: [
        { label: 'Person', value: 'person' },
        { label: 'Team', value: 'team' },
      ],
      admin: { layout: 'horizontal' },
    },
    { name: 'name', type: 'text', required: true },
    {
      name: 'credentials',
      type: 'text',
      admin: { description: 'For example “MD, psychiatrist”.', condition: (data) => data.kind !== 'team' },
    },
    { name: 'role', type: 'text' },
    { name: 'bio', label: 'About', type: 'richText', editor: pageEditor },
    { name: 'photo', type: 'upload', relationTo: 'media', maxDepth: 0 },
    {
      name: 'conflictsOfInterest',
      label: 'Conflicts of interest',
      type: 'textarea',
      admin: { description: 'Shown on the public page. Write “None” when there is none.' },
    },
    slugField('name'),
  ],
})
