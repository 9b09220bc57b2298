import type { CollectionConfig } from 'payload'
import { slugField } from '../fields/slug.ts'
import { publicCollection } from '../publication/public-collection.ts'

/** What articles and questions are grouped by. */
export const topics: CollectionConfig = publicCollection({
  slug: 'topics',
  labels: { singular: 'Topic', plural: 'Topics' },
  admin: { useAsTitle: 'name', group: 'Education' },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'description', type: 'textarea' },
    slugField('name', { leadsOn: false }),
  ],
})
