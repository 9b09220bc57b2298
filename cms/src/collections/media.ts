import { createHash } from 'node:crypto'
import type { CollectionConfig, ImageSize } from 'payload'
import { staffOrContentReaders } from '../access/scopes.ts'
import { refuseBrokenPicture } from '../checks/broken-picture.ts'
import { publicCollection } from '../publication/public-collection.ts'
import { putOnLightGround } from './light-ground.ts'
import { refuseLostFile } from './lost-file.ts'
import { turnUpright } from './upright.ts'

const widths = { small: 480, medium: 960, large: 1600 }

const sizes: ImageSize[] = Object.entries(widths).flatMap(([name, width]) => {
  const common = { width, withoutEnlargement: true }
  return [
    // Effort 2 of 9 takes half the time of 3, and a small part of what the default 4 takes; files grow by a few per cent.
    {
      ...common,
      name: `${name}Avif`,
      formatOptions: { format: 'avif' as const, options: { quality: 55, effort: 2 } },
    },
    { ...common, name: `${name}Webp`, formatOptions: { format: 'webp' as const, options: { quality: 78 } } },
  ]
})

/**
 * Pictures. The files are not public: the publisher copies into the site what published pages use.
 *
 * @param directory where the files are kept
 */
export function media(directory: string): CollectionConfig {
  return publicCollection({
    slug: 'media',
    labels: { singular: 'Picture', plural: 'Pictures' },
    admin: {
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'alt', 'decorative', 'updatedAt'],
      group: 'Education',
    },
    access: { read: staffOrContentReaders },
    upload: {
      staticDir: directory,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
      imageSizes: sizes,
      adminThumbnail: 'smallWebp',
      focalPoint: true,
      crop: true,
      pasteURL: false,
      handlers: [refuseLostFile],
    },
    hooks: {
      beforeOperation: [refuseBrokenPicture, turnUpright, putOnLightGround],
      beforeChange: [
        ({ data, req }) =>
          req.file
            ? { ...data, contentHash: createHash('sha256').update(req.file.data).digest('hex') }
            : data,
      ],
    },
    fields: [
      {
        name: 'alt',
        label: 'Text alternative',
        type: 'text',
        admin: {
          description: 'What the picture shows, for readers who cannot see it.',
          condition: (data) => data.decorative !== true,
        },
        validate: (value: unknown, { data }: { data: Partial<{ decorative: boolean | null }> }) =>
          data.decorative === true || (typeof value === 'string' && value.trim() !== '')
            ? true
            : 'Describe what the picture shows, or mark it as decorative.',
      },
      {
        name: 'decorative',
        type: 'checkbox',
        defaultValue: false,
        admin: {
          description: 'It says nothing that the text does not say; readers who cannot see it miss nothing.',
        },
      },
      { name: 'credit', type: 'text', admin: { description: 'Who made it, when that has to be shown.' } },
      {
        name: 'contentHash',
        type: 'text',
        access: { create: () => false, update: () => false },
        admin: { hidden: true },
      },
    ],
  })
}
