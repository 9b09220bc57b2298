import type { Field } from 'payload'
import { sourceKeyField } from './source-key.ts'

/** A treatment, a use, and what the regulator or a guideline says of the two. */
export function treatmentStatusFields(): Field[] {
  return [
    { name: 'treatment', type: 'text', required: true },
    {
      name: 'use',
      type: 'text',
      required: true,
      admin: { description: 'For example “treatment-resistant depression in adults”.' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      options: [
        { label: 'Approved by the FDA for this use', value: 'approved' },
        { label: 'Off-label', value: 'offLabel' },
        { label: 'Not recommended', value: 'notRecommended' },
      ],
    },
    { name: 'detail', type: 'textarea' },
    sourceKeyField(),
  ]
}
