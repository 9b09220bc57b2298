import type { GlobalConfig, TextFieldManyValidation } from 'payload'
import { text } from 'payload/shared'
import { publicGlobal } from '../publication/public-global.ts'

/** One word alone, or the same twice, would find nothing more. */
const differentWords: TextFieldManyValidation = async (value, options) => {
  // Its type is wider than its name: it looks into lists too.
  const verdict = await (text as unknown as TextFieldManyValidation)(value, options)
  if (verdict !== true) return verdict
  const words: unknown[] = Array.isArray(value) ? value : [value]
  const different = new Set(words.map((word) => (typeof word === 'string' ? word.trim().toLowerCase() : '')))
  different.delete('')
  return different.size >= 2
    ? true
    : 'Write at least two different words or phrases, and press Enter after each.'
}

/** What the site's search should know: words that mean the same. */
export const search: GlobalConfig = publicGlobal({
  slug: 'search',
  label: 'Search',
  fields: [
    {
      name: 'synonyms',
      label: 'Words that mean the same',
      type: 'array',
      labels: { singular: 'Group of words', plural: 'Groups of words' },
      fields: [
        {
          name: 'words',
          type: 'text',
          hasMany: true,
          required: true,
          validate: differentWords,
          admin: {
            description: 'Press Enter after each word or phrase.',
            components: { Field: '/fields/WordsField.tsx#WordsField' },
          },
        },
      ],
    },
  ],
})
