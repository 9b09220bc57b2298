import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import type { CollectionConfig, Field, Plugin } from 'payload'
import { linkableCollections } from '../rich-text/linkable-collections.ts'
import { publicCollection } from '../publication/public-collection.ts'
import { checkRedirect } from '../checks/redirects.ts'

/** Old addresses and where they lead, by Payload's own plugin. */
export const redirects: Plugin = (config) => {
  const withRedirects = redirectsPlugin({
    collections: [...linkableCollections],
    overrides: {
      labels: { singular: 'Redirect', plural: 'Redirects' },
      admin: { useAsTitle: 'from', group: 'Clinic' },
      hooks: { beforeChange: [checkRedirect] },
      fields: ({ defaultFields }) => defaultFields.map(describeFrom),
    },
  })(config)
  return Promise.resolve(withRedirects).then((done) => ({
    ...done,
    collections: (done.collections ?? []).map((collection: CollectionConfig) =>
      collection.slug === 'redirects' ? publicCollection({ ...collection, access: {} }) : collection,
    ),
  }))
}

function describeFrom(field: Field): Field {
  if (!('name' in field) || field.name !== 'from' || field.type !== 'text') return field
  return {
    ...field,
    admin: { description: 'The old address, from the first slash, for example “/old-page/”.' },
    validate: (value: unknown) =>
      typeof value === 'string' && /^\/(?!\/)[^\s?#]*$/.test(value)
        ? true
        : 'Write the old address from its first slash, without spaces, “?” or “#”.',
  }
}
