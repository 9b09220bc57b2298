import type { CollectionConfig } from 'payload'
import { admins } from '../access/admins.ts'
import { scopes } from '../access/scopes.ts'
import { identified } from '../database/object-id.ts'

const labels = {
  'content:read': 'Read published content',
  'delivery:report': 'Report deliveries',
  'publish:trigger': 'Trigger a publish',
} as const

/** Machines that talk to the CMS, each with a key of its own and only the scopes that it needs. */
export const apiClients: CollectionConfig = {
  slug: 'api-clients',
  labels: { singular: 'API client', plural: 'API clients' },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'scopes'],
    group: 'Settings',
    description:
      'Machines that work with this CMS. Give each a key of its own, and copy the key before you save: it is not shown again.',
  },
  // The names of the scopes are none that GraphQL allows.
  graphQL: false,
  auth: { useAPIKey: true, disableLocalStrategy: true },
  access: {
    create: admins,
    read: admins,
    update: admins,
    delete: admins,
    unlock: admins,
    admin: () => false,
  },
  hooks: { beforeChange: [identified] },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      required: true,
      options: scopes.map((value) => ({ label: labels[value], value })),
    },
  ],
}
