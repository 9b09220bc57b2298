import type { DefaultServerCellComponentProps } from 'payload'
import { describeStatus } from '../describe-status.ts'
import type { Newest } from '../describe-status.ts'

/** In a list: whether the public sees the document. */
export async function StatusCell({ collectionSlug, payload, rowData }: DefaultServerCellComponentProps) {
  return <span>{await describeStatus(payload, collectionSlug, rowData as Newest)}</span>
}
