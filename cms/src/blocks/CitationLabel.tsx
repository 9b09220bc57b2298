'use client'
import { useFormFields } from '@payloadcms/ui'

/** Shows, in the middle of a text, which source a citation names. */
export function CitationLabel() {
  const key = useFormFields(([fields]) => fields.source?.value)
  return <span>{typeof key === 'string' && key !== '' ? `Source: ${key}` : 'Source not chosen'}</span>
}
