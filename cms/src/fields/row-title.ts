import type { ArrayField } from 'payload'

/**
 * For a list's `admin.components`: names each row by what is written in it.
 *
 * @param fields the row's fields whose texts are shown
 * @param fallback what a row is called before anything is written, with its number
 */
export function rowTitle(
  fields: string[],
  fallback: string,
): NonNullable<NonNullable<ArrayField['admin']>['components']> {
  return { RowLabel: { path: '/fields/RowTitle.tsx#RowTitle', clientProps: { fields, fallback } } }
}

/** The fields of a list that name its rows; none when `rowTitle` was not used for it. */
export function titleFieldsOf({ admin }: Pick<ArrayField, 'admin'>): string[] {
  const label = admin?.components?.RowLabel
  if (!label || typeof label !== 'object') return []
  return (label.clientProps as { fields?: string[] } | undefined)?.fields ?? []
}

/** What is written in a row, in the fields that name it; empty when nothing is. */
export function textOfRow(row: Record<string, unknown>, fields: readonly string[]): string {
  return fields
    .map((name) => row[name])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' – ')
}
