import type { RelationshipField } from 'payload'
import { relationship } from 'payload/shared'

/** Articles to read next. */
export const relatedArticlesField: RelationshipField = {
  name: 'related',
  label: 'Related articles',
  type: 'relationship',
  relationTo: 'articles',
  hasMany: true,
  maxDepth: 0,
  filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
  validate: (value: unknown, { filterOptions, ...options }) => {
    const ids = Array.isArray(value) ? (value as string[]) : []
    if (filterOptions && options.id !== undefined && ids.includes(String(options.id)))
      return 'An article cannot be related to itself.'
    // Checked against the list of choices, every save would be refused while a related article is in the trash: a withdrawal too.
    return relationship(ids, options)
  },
}
