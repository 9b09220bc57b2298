import type { ArrayField, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { isWebAddress } from '../checks/web-address.ts'
import { rowTitle } from './row-title.ts'

const FULL_ADDRESS = 'Write a full web address that starts with https://.'
const NUMBER_ALONE = 'Write the number alone, for example 37224232.'

/** A withdrawal stores a draft, and nothing may be in its way, not even what was stored before this was checked. */
const pubMedId: TextFieldSingleValidation = async (value, options) => {
  if (value !== undefined && value !== null && typeof value !== 'string') return NUMBER_ALONE
  const verdict = await text(value, options)
  if (verdict !== true) return verdict
  if (!value || (options.data as { _status?: unknown })._status === 'draft') return true
  return /^\d{1,9}$/.test(value) ? true : NUMBER_ALONE
}

/** As with numbers, nothing that was stored before is in the way of a withdrawal. */
const webAddress: TextFieldSingleValidation = async (value, options) => {
  if (value !== undefined && value !== null && typeof value !== 'string') return FULL_ADDRESS
  const verdict = await text(value, options)
  if (verdict !== true) return verdict
  if (!value || (options.data as { _status?: unknown })._status === 'draft') return true
  return isWebAddress(value) ? true : FULL_ADDRESS
}

/** What a page's statements rest on; numbered on the page in this order. */
export const sourcesField: ArrayField = {
  name: 'sources',
  type: 'array',
  labels: { singular: 'Source', plural: 'Sources' },
  admin: { initCollapsed: true, components: rowTitle(['key', 'title'], 'Source') },
  fields: [
    {
      name: 'key',
      label: 'Short name',
      type: 'text',
      required: true,
      admin: { description: 'Used by citations in this document, for example “anand2023”.' },
    },
    { name: 'title', type: 'text', required: true },
    { name: 'authors', type: 'text' },
    {
      type: 'row',
      fields: [
        { name: 'publisher', label: 'Publisher or journal', type: 'text' },
        { name: 'year', type: 'number', min: 1800, max: 2200 },
      ],
    },
    { name: 'url', label: 'Web address', type: 'text', validate: webAddress },
    {
      type: 'row',
      fields: [
        { name: 'doi', label: 'DOI', type: 'text' },
        { name: 'pmid', label: 'PubMed ID', type: 'text', validate: pubMedId },
      ],
    },
  ],
}
