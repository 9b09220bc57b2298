import type { Block, Field } from 'payload'
import { sourceKeyField } from '../fields/source-key.ts'

const countedGroup = (name: 'group' | 'comparison', label: string, example: string): Field => ({
  name,
  label,
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'label', type: 'text', required: true, admin: { description: `For example “${example}”.` } },
        { name: 'count', type: 'number', required: true, min: 0, admin: { step: 1 } },
      ],
    },
  ],
})

/** How many people in 100 had a result, with a treatment and without: drawn as rows of figures. */
export const outcome: Block = {
  slug: 'outcome',
  interfaceName: 'OutcomeBlock',
  labels: { singular: 'Outcome in numbers', plural: 'Outcomes in numbers' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'what',
      label: 'What is counted',
      type: 'text',
      required: true,
      admin: { description: 'For example “people whose symptoms were at least halved”.' },
    },
    { name: 'outOf', label: 'Out of', type: 'number', required: true, defaultValue: 100, min: 1, max: 1000 },
    countedGroup('group', 'With the treatment', 'with ketamine'),
    countedGroup('comparison', 'Compared with', 'with midazolam'),
    { name: 'note', type: 'text' },
    sourceKeyField({ required: true }),
  ],
}
