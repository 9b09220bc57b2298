import type { Field, LabelFunction, PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { isGlobal } from '../feed/published.ts'
import type { Delivery } from './deliveries.ts'

/**
 * The same delivery, with the field at fault called what the form calls it. What is at fault may be another document, of
 * which only the title is known: its field keeps the name that the data have for it.
 */
export function withFieldLabel<Some extends Delivery>(req: PayloadRequest, delivery: Some): Some {
  const { documentCollection: collection, faultField, faultTitle, title } = delivery
  if (!faultField || faultTitle !== title) return delivery
  return { ...delivery, faultField: fieldLabel(req, collection, faultField) }
}

/** What the form calls a top-level field of the data; its name when it is not known. */
export function fieldLabel(req: PayloadRequest, collection: DocumentKey['collection'], name: string): string {
  const { payload } = req
  const fields = isGlobal(collection)
    ? payload.globals.config.find(({ slug }) => slug === collection)?.fields
    : payload.collections[collection].config.fields
  return labelIn(fields ?? [], name, req) ?? name
}

function labelIn(fields: readonly Field[], name: string, req: PayloadRequest): string | undefined {
  for (const field of fields) {
    if ('name' in field && field.name === name) return labelOf(field, req)
    const inner = field.type === 'tabs' ? field.tabs.flatMap((tab) => tab.fields) : fieldsIn(field)
    const label = 'name' in field ? undefined : labelIn(inner, name, req)
    if (label !== undefined) return label
  }
  return undefined
}

/** A group without a label of its own is known by that of its first field. */
function labelOf(field: Field, req: PayloadRequest): string | undefined {
  const { label } = field as { label?: string | false | LabelFunction }
  const said = typeof label === 'function' ? label({ i18n: req.i18n, t: req.t }) : label
  if (typeof said === 'string') return said
  const [first] = fieldsIn(field)
  return first && labelOf(first, req)
}

function fieldsIn(field: Field): Field[] {
  return 'fields' in field ? field.fields : []
}
