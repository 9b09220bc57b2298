import type { Field, Validate } from 'payload'
import { text, textarea } from 'payload/shared'

/**
 * Fields, in tabs, groups and rows too, whose required texts must say something: spaces alone would leave a page without a title,
 * or a heading without words. What is inside rich texts is looked into when they are published, see `blankBlockProblems`.
 */
export function withFilledTexts(fields: Field[]): Field[] {
  return fields.map(withFilledText)
}

function withFilledText(field: Field): Field {
  switch (field.type) {
    case 'tabs':
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: withFilledTexts(tab.fields) })),
      }
    case 'group':
    case 'array':
    case 'row':
    case 'collapsible':
      return { ...field, fields: withFilledTexts(field.fields) }
    case 'text':
      return field.required ? { ...field, validate: filled(field.validate ?? text) } : field
    case 'textarea':
      return field.required ? { ...field, validate: filled(field.validate ?? textarea) } : field
    default:
      return field
  }
}

/** A withdrawal stores a draft, and nothing may be in its way, not even what was stored before this was checked. */
function filled(validate: unknown): Validate {
  const validateToo = validate as Validate
  return (value, options) => {
    const isDraft = (options.data as { _status?: unknown })._status === 'draft'
    if (!isDraft && isBlank(value)) return options.req.t('validation:required')
    return validateToo(value, options)
  }
}

/** Whether a text says nothing. An empty one is left to the field's own check, which may know a better sentence. */
export function isBlank(value: unknown): boolean {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts.length > 0 && texts.every((one) => typeof one === 'string' && one !== '' && one.trim() === '')
}
