import type { CollectionConfig } from 'payload'
import { admins, adminsField } from '../access/admins.ts'
import { selfOrAdmins } from '../access/self-or-admins.ts'
import { staff } from '../access/staff.ts'
import { identified } from '../database/object-id.ts'
import { registerFirstAdmin } from '../setup/first-admin.ts'

/** People of the clinic who work in the CMS. */
export function users(options: { secureCookies: boolean; setupToken: string }): CollectionConfig {
  return {
    slug: 'users',
    labels: { singular: 'User', plural: 'Users' },
    admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'roles'], group: 'Settings' },
    auth: {
      tokenExpiration: 8 * 60 * 60,
      maxLoginAttempts: 5,
      lockTime: 10 * 60 * 1000,
      cookies: { secure: options.secureCookies, sameSite: 'Lax' },
    },
    access: {
      admin: ({ req }) => req.user?.collection === 'users',
      create: admins,
      read: staff,
      update: selfOrAdmins,
      delete: admins,
      unlock: admins,
    },
    endpoints: [registerFirstAdmin(options.setupToken)],
    hooks: { beforeChange: [identified] },
    fields: [
      { name: 'name', type: 'text', required: true },
      {
        name: 'roles',
        type: 'select',
        hasMany: true,
        required: true,
        defaultValue: ['author'],
        saveToJWT: true,
        options: [
          { label: 'Author – writes and submits', value: 'author' },
          { label: 'Clinical reviewer – signs off or sends back', value: 'reviewer' },
          { label: 'Publisher – publishes, schedules, withdraws', value: 'publisher' },
          { label: 'Admin – manages people and settings', value: 'admin' },
        ],
        access: { create: adminsField, update: adminsField },
        // The first account has no one to choose its role: it is an admin.
        admin: { condition: (_data, _siblingData, { user }) => Boolean(user) },
      },
    ],
  }
}
