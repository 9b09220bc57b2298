import type { Block } from 'payload'

/** Questions and answers from the collection, shown inside a page. */
export const faqList: Block = {
  slug: 'faqList',
  interfaceName: 'FaqListBlock',
  labels: { singular: 'List of questions', plural: 'Lists of questions' },
  admin: { disableBlockName: true },
  fields: [
    { name: 'heading', type: 'text' },
    {
      name: 'faqs',
      label: 'Questions',
      type: 'relationship',
      relationTo: 'faqs',
      hasMany: true,
      required: true,
      maxDepth: 0,
    },
  ],
}
