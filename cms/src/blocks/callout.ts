import type { Block } from 'payload'
import { blockEditor } from '../rich-text/block-editor.ts'

/** A short text that stands out. */
export const callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Callout', plural: 'Callouts' },
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'richText', editor: blockEditor, required: true },
  ],
}
