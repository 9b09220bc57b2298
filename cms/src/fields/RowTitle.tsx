'use client'
import { useRowLabel } from '@payloadcms/ui'

/** Names a row of a list by what is written in it, so that it can be told from the others while it is collapsed. */
export function RowTitle({ fields, fallback }: { fields: string[]; fallback: string }) {
  const { data, rowNumber } = useRowLabel<Record<string, unknown>>()
  const written = fields
    .map((name) => data[name])
    .filter((value) => typeof value === 'string' && value !== '')
  return <span>{written.length > 0 ? written.join(' – ') : `${fallback} ${(rowNumber ?? 0) + 1}`}</span>
}
