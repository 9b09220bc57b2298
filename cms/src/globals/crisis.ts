import type { GlobalConfig } from 'payload'
import { staffField } from '../access/staff.ts'
import { isSecureWebAddress } from '../checks/web-address.ts'
import { checkDate } from '../fields/check-date.ts'
import { rowTitle } from '../fields/row-title.ts'
import { checkTelephone } from '../fields/telephone.ts'
import { publicGlobal } from '../publication/public-global.ts'

/** Where to get help at once: shown on every page. The number shown and the number dialled are one value. */
export const crisis: GlobalConfig = publicGlobal({
  slug: 'crisis',
  label: 'Crisis lines',
  fields: [
    { name: 'heading', type: 'text', required: true },
    { name: 'introduction', type: 'textarea' },
    {
      name: 'lines',
      type: 'array',
      minRows: 1,
      required: true,
      labels: { singular: 'Line', plural: 'Lines' },
      admin: { components: rowTitle(['name'], 'Line') },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'description', type: 'textarea' },
        {
          name: 'contacts',
          label: 'Ways to reach it',
          type: 'array',
          minRows: 1,
          required: true,
          labels: { singular: 'Way', plural: 'Ways' },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'kind',
                  type: 'select',
                  required: true,
                  options: [
                    { label: 'Call', value: 'call' },
                    { label: 'Text', value: 'text' },
                    { label: 'Chat', value: 'chat' },
                  ],
                },
                {
                  name: 'value',
                  label: 'Number or web address',
                  type: 'text',
                  required: true,
                  validate: reachable,
                },
              ],
            },
            { name: 'hint', type: 'text', admin: { description: 'For example “Press 1 for veterans”.' } },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'lastVerifiedOn',
          label: 'Last verified on',
          type: 'date',
          validate: checkDate,
          admin: {
            date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' },
            description: 'When somebody last tried every number and address above.',
          },
        },
        {
          name: 'lastVerifiedBy',
          label: 'Last verified by',
          type: 'text',
          access: { read: staffField },
          admin: { description: 'Not shown on the site.' },
        },
      ],
    },
  ],
})

function reachable(
  value: unknown,
  { siblingData }: { siblingData: Partial<{ kind: string }> },
): true | string {
  if (typeof value !== 'string' || value === '') return 'Write the number or the web address.'
  if (siblingData.kind === 'chat')
    return isSecureWebAddress(value) ? true : 'A chat needs a web address that starts with https://.'
  return checkTelephone(value)
}
