import { toWords } from 'payload'
import type { Field } from 'payload'
import { isBlank } from '../fields/filled-texts.ts'
import { pageBlocks } from '../rich-text/page-editor.ts'
import { walkRichText } from '../rich-text/walk.ts'
import type { Problem, TextField } from './problem.ts'

/**
 * Blocks with spaces alone in a text that they must have. The check of a block's own field does not know whether the document is a
 * draft, and a draft may have them.
 */
export function blankBlockProblems(texts: TextField[]): Problem[] {
  const problems: Problem[] = []
  for (const { path, label, value } of texts)
    walkRichText(value, ({ type, fields }) => {
      if (type !== 'block') return
      const values = fields as Record<string, unknown>
      const block = pageBlocks.find(({ slug }) => slug === values.blockType)
      if (!block) return
      const kind = nameOf(block.labels?.singular, block.slug)
      for (const name of blankTexts(block.fields, values))
        problems.push({
          path,
          label,
          message: `A block of the kind “${kind}” in “${label}” has nothing but spaces in “${name}”. Write it, or remove the block.`,
        })
    })
  return problems
}

/** @returns the names by which editors know the fields */
function blankTexts(fields: readonly Field[], values: Record<string, unknown>): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'row') return blankTexts(field.fields, values)
    if (field.type === 'group' && 'name' in field)
      return blankTexts(field.fields, (values[field.name] ?? {}) as Record<string, unknown>)
    if ((field.type !== 'text' && field.type !== 'textarea') || !field.required) return []
    if (!isBlank(values[field.name])) return []
    return [nameOf(field.label, field.name)]
  })
}

function nameOf(label: unknown, name: string): string {
  return typeof label === 'string' ? label : toWords(name)
}
