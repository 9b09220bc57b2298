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
