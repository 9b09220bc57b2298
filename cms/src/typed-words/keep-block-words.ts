import type { Block } from 'payload'

/** A block whose fields reach the text around it as they are typed. It stores nothing more. */
export function keepBlockWords(block: Block): Block {
  return {
    ...block,
    fields: [
      ...block.fields,
      {
        name: 'keepWords',
        type: 'ui',
        admin: { components: { Field: '/typed-words/KeepBlockWords.tsx#KeepBlockWords' } },
      },
    ],
  }
}
