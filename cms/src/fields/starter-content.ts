import type { CheckboxField } from 'payload'

/**
 * Whether the document came with the software. Nobody ticks or unticks it: the page says so until a review is recorded,
 * and so does a copy of it.
 */
export const starterContentField: CheckboxField = {
  name: 'starterContent',
  label: 'Starter content',
  type: 'checkbox',
  defaultValue: false,
  access: { create: () => false, update: () => false },
  hooks: {
    beforeChange: [
      ({ value, operation, originalDoc }): unknown => {
        const { starterContent } = (originalDoc ?? {}) as { starterContent?: boolean }
        // Of a copy, the original document is the one that it was copied from. A version that is restored comes without the
        // fields that its restorer may not change.
        return operation === 'create' ? starterContent === true || value : (value ?? starterContent)
      },
    ],
  },
  admin: {
    position: 'sidebar',
    readOnly: true,
    condition: (data) => data.starterContent === true,
    description: 'The page says so until it has a reviewer and the date of a review.',
  },
}
