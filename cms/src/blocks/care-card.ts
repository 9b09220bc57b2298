import type { Block } from 'payload'
import { blockEditor } from '../rich-text/block-editor.ts'

/** Tells the reader when and where to get help, in one of three levels. */
export const careCard: Block = {
  slug: 'careCard',
  interfaceName: 'CareCardBlock',
  labels: { singular: 'Care card', plural: 'Care cards' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'level',
      type: 'select',
      required: true,
      options: [
        { label: 'Not urgent – talk to the care team', value: 'nonUrgent' },
        { label: 'Urgent – get help today', value: 'urgent' },
        { label: 'Emergency – call 911 now', value: 'emergency' },
      ],
      admin: { description: 'An emergency card carries no links: nobody should read on.' },
    },
    { name: 'heading', type: 'text', required: true },
    { name: 'body', type: 'richText', editor: blockEditor, required: true },
  ],
}
