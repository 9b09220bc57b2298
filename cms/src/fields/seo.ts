import type { GroupField } from 'payload'

/** What search engines and shared links show, where it should differ from the page's own title and summary. */
export const seoField: GroupField = {
  name: 'seo',
  label: 'Search engines and shared links',
  type: 'group',
  admin: { description: 'What is left empty here is taken from the page’s own title, summary and picture.' },
  fields: [
    { name: 'title', type: 'text', maxLength: 70 },
    { name: 'description', type: 'textarea', maxLength: 200 },
    { name: 'image', type: 'upload', relationTo: 'media', maxDepth: 0 },
  ],
}
