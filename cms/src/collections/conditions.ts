import type { CollectionConfig, Field } from 'payload'
import { governanceSidebar, governanceTabs } from '../fields/governance.ts'
import { rowTitle } from '../fields/row-title.ts'
import { slugField } from '../fields/slug.ts'
import { sourceKeyField } from '../fields/source-key.ts'
import { treatmentStatusFields } from '../fields/treatment-status.ts'
import { draftCollection } from '../publication/draft-collection.ts'
import { pageEditor } from '../rich-text/page-editor.ts'

const text = (name: string, label: string, description?: string): Field => ({
  name,
  label,
  type: 'richText',
  editor: pageEditor,
  ...(description && { admin: { description } }),
})

export const conditions: CollectionConfig = draftCollection({
  slug: 'conditions',
  labels: { singular: 'Condition', plural: 'Conditions' },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', '_status', 'lastReviewed', 'updatedAt'],
    group: 'Education',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Overview',
          fields: [
            {
              name: 'name',
              type: 'text',
              required: true,
              admin: { description: 'The plain name comes first.' },
            },
            { name: 'abbreviation', type: 'text', admin: { description: 'For example “PTSD”.' } },
            {
              name: 'alsoKnownAs',
              label: 'Also known as',
              type: 'array',
              labels: { singular: 'Name', plural: 'Names' },
              fields: [{ name: 'name', type: 'text', required: true }],
            },
            {
              name: 'summary',
              type: 'textarea',
              required: true,
              admin: { description: 'Two or three plain sentences.' },
            },
            {
              name: 'keyFacts',
              label: 'Key facts',
              type: 'array',
              labels: { singular: 'Fact', plural: 'Facts' },
              fields: [{ name: 'fact', type: 'textarea', required: true }],
            },
            {
              name: 'icd10Codes',
              label: 'ICD-10-CM codes',
              type: 'array',
              labels: { singular: 'Code', plural: 'Codes' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    { name: 'code', type: 'text', required: true, validate: icd10Code },
                    { name: 'label', type: 'text' },
                  ],
                },
              ],
            },
          ],
        },
        { label: 'What it is', fields: [text('overview', 'What it is')] },
        { label: 'Symptoms', fields: [text('symptoms', 'Symptoms')] },
        { label: 'Diagnosis', fields: [text('diagnosis', 'How it is diagnosed')] },
        {
          label: 'Treatments',
          fields: [
            text('standardTreatments', 'Standard treatments', 'All standard options, before ketamine.'),
            {
              name: 'treatmentStatuses',
              label: 'Approved or off-label',
              type: 'array',
              labels: { singular: 'Treatment', plural: 'Treatments' },
              admin: { components: rowTitle(['treatment', 'use'], 'Treatment') },
              fields: treatmentStatusFields(),
            },
          ],
        },
        {
          label: 'Evidence',
          fields: [
            {
              name: 'evidence',
              label: 'What the evidence says',
              type: 'array',
              labels: { singular: 'Statement', plural: 'Statements' },
              fields: [
                { name: 'statement', type: 'textarea', required: true },
                {
                  name: 'grade',
                  label: 'How sure we can be',
                  type: 'select',
                  required: true,
                  options: [
                    { label: 'High', value: 'high' },
                    { label: 'Moderate', value: 'moderate' },
                    { label: 'Low', value: 'low' },
                    { label: 'Very low', value: 'veryLow' },
                  ],
                },
                sourceKeyField({ required: true }),
              ],
            },
          ],
        },
        { label: 'Risks', fields: [text('risks', 'Risks')] },
        { label: 'Getting help', fields: [text('whenToGetHelp', 'When to get help')] },
        ...governanceTabs,
        {
          label: 'Used in',
          fields: [
            { name: 'articles', type: 'join', collection: 'articles', on: 'conditions' },
            { name: 'faqs', label: 'Questions', type: 'join', collection: 'faqs', on: 'conditions' },
          ],
        },
      ],
    },
    slugField('name'),
    ...governanceSidebar,
  ],
})

function icd10Code(value: unknown): true | string {
  return typeof value === 'string' && /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(value)
    ? true
    : 'Write the code as in “F33.2”: a letter, two digits, a dot and up to four more.'
}
