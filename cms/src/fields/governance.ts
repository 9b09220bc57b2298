import type { Field, Tab } from 'payload'
import { checkDate } from './check-date.ts'
import { firstPublishedField } from './first-published.ts'
import { checkLastReviewed, checkReviewDue } from './review-dates.ts'
import { seoField } from './seo.ts'
import { sourcesField } from './sources.ts'
import { starterContentField } from './starter-content.ts'

/** The tabs and side fields that every page of health content carries: who wrote and reviewed it, its sources, its history. */
export const governanceTabs: Tab[] = [
  { label: 'Sources', fields: [sourcesField] },
  {
    label: 'Review',
    admin: { description: 'Who wrote this, who reviewed it as a whole, and when.' },
    fields: [
      { name: 'authors', type: 'relationship', relationTo: 'people', hasMany: true, maxDepth: 0 },
      // A copy is a new page: nobody has reviewed it yet, and it has no history.
      {
        name: 'reviewer',
        label: 'Reviewed by',
        type: 'relationship',
        relationTo: 'people',
        maxDepth: 0,
        disableDuplicate: true,
      },
      {
        type: 'row',
        fields: [
          {
            ...day('lastReviewed', 'Last reviewed', 'Only after a review of the whole page.'),
            validate: checkLastReviewed,
            disableDuplicate: true,
          },
          {
            ...day(
              'reviewDue',
              'Next review due',
              '12 months after the last one for anything about a drug, else 24.',
            ),
            validate: checkReviewDue,
            disableDuplicate: true,
          },
        ],
      },
      {
        name: 'changeNotes',
        label: 'Change notes',
        type: 'array',
        disableDuplicate: true,
        labels: { singular: 'Change note', plural: 'Change notes' },
        admin: { description: 'Major changes are shown in the page’s history.' },
        fields: [
          {
            type: 'row',
            fields: [
              { ...day('date', 'Date'), required: true },
              {
                name: 'kind',
                type: 'select',
                required: true,
                defaultValue: 'minor',
                options: [
                  { label: 'Minor', value: 'minor' },
                  { label: 'Major', value: 'major' },
                ],
              },
            ],
          },
          { name: 'text', type: 'textarea', required: true },
        ],
      },
    ],
  },
  { label: 'Search engines', fields: [seoField] },
]

/** Fields in the sidebar of every page of health content. */
export const governanceSidebar: Field[] = [firstPublishedField, starterContentField]

function day(name: string, label: string, description?: string): Field & { type: 'date' } {
  return {
    name,
    label,
    type: 'date',
    validate: checkDate,
    admin: {
      date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' },
      ...(description && { description }),
    },
  }
}
