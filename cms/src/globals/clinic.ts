import type { GlobalConfig } from 'payload'
import { isSecureWebAddress } from '../checks/web-address.ts'
import { isTimeZone } from '../delivery/times.ts'
import { checkTelephone } from '../fields/telephone.ts'
import { publicGlobal } from '../publication/public-global.ts'

/** The clinic itself: what every page says of it. */
export const clinic: GlobalConfig = publicGlobal({
  slug: 'clinic',
  label: 'Clinic',
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'telephone', type: 'text', validate: telephone },
    { name: 'address', type: 'textarea' },
    {
      name: 'openingHours',
      label: 'Opening hours',
      type: 'array',
      labels: { singular: 'Line', plural: 'Lines' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'days', type: 'text', required: true },
            { name: 'hours', type: 'text', required: true },
          ],
        },
      ],
    },
    {
      name: 'timeZone',
      label: 'Time zone',
      type: 'text',
      required: true,
      defaultValue: 'America/New_York',
      admin: { description: 'By its name in the time zone database, for example “America/New_York”.' },
      validate: timeZone,
    },
    {
      name: 'feedbackAddress',
      label: 'Feedback address',
      type: 'text',
      admin: { description: 'An e-mail address or a web address, shown on every page.' },
      validate: feedbackAddress,
    },
    {
      name: 'disclosureOfInterest',
      label: 'Disclosure of interest',
      type: 'textarea',
      admin: { description: 'What the clinic earns from the treatments it writes about.' },
    },
  ],
})

function telephone(value: unknown): true | string {
  return typeof value === 'string' && value !== '' ? checkTelephone(value) : true
}

function timeZone(value: unknown): true | string {
  // A difference to UTC, such as “+01:00”, is one too, but for half of the year it would be the wrong one.
  return typeof value === 'string' && /^[a-z]/i.test(value) && isTimeZone(value)
    ? true
    : 'This is no time zone that we know. Write it as in “America/New_York”.'
}

function feedbackAddress(value: unknown): true | string {
  return value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) ||
    isSecureWebAddress(value)
    ? true
    : 'Write an e-mail address, or a web address that starts with https://.'
}
