import type { ArrayField, GlobalConfig } from 'payload'
import { sectionPaths } from '@careword/shared/paths.ts'
import { isWebAddress } from '../checks/web-address.ts'
import { rowTitle } from '../fields/row-title.ts'
import { publicGlobal } from '../publication/public-global.ts'

const sectionNames: Record<(typeof sectionPaths)[number], string> = {
  '/': 'Home',
  '/conditions/': 'All conditions',
  '/articles/': 'All articles',
  '/faqs/': 'All questions',
}

const links = (name: 'header' | 'footer', label: string): ArrayField => ({
  name,
  label,
  type: 'array',
  labels: { singular: 'Link', plural: 'Links' },
  admin: { components: rowTitle(['label'], 'Link') },
  fields: [
    { name: 'label', type: 'text', required: true },
    {
      name: 'link',
      type: 'group',
      label: false,
      fields: [
        {
          name: 'kind',
          label: 'Leads to',
          type: 'radio',
          required: true,
          defaultValue: 'section',
          options: [
            { label: 'A part of this site', value: 'section' },
            { label: 'A document', value: 'document' },
            { label: 'Another site', value: 'url' },
          ],
          admin: { layout: 'horizontal' },
        },
        {
          name: 'section',
          label: 'Part',
          type: 'select',
          required: true,
          options: sectionPaths.map((value) => ({ label: sectionNames[value], value })),
          admin: { condition: (_, link) => link.kind === 'section' },
        },
        {
          name: 'document',
          type: 'relationship',
          relationTo: ['conditions', 'articles', 'pages'],
          required: true,
          maxDepth: 0,
          admin: { condition: (_, link) => link.kind === 'document' },
        },
        {
          name: 'url',
          label: 'Web address',
          type: 'text',
          required: true,
          admin: { condition: (_, link) => link.kind === 'url' },
          validate: (value: unknown, { siblingData }: { siblingData: Partial<{ kind: string }> }) =>
            siblingData.kind !== 'url' || isWebAddress(value)
              ? true
              : 'Write a full web address that starts with https://.',
        },
      ],
    },
  ],
})

/** The links at the top and at the foot of every page. */
export const navigation: GlobalConfig = publicGlobal({
  slug: 'navigation',
  label: 'Navigation',
  fields: [links('header', 'At the top'), links('footer', 'At the foot')],
})
