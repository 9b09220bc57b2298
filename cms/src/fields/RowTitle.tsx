'use client'
import { useRowLabel } from '@payloadcms/ui'
import { textOfRow } from './row-title.ts'

/** Names a row of a list by what is written in it, so that it can be told from the others while it is collapsed. */
export function RowTitle({ fields, fallback }: { fields: string[]; fallback: string }) {
  const { data, rowNumber } = useRowLabel<Record<string, unknown>>()
  return <span>{textOfRow(data, fields) || `${fallback} ${(rowNumber ?? 0) + 1}`}</span>
}
