import { readFileSync } from 'node:fs'
import { releaseCauses } from '@careword/shared/delivery.ts'
import { z } from 'zod'
import { formatHashes, parseHashes } from './shard-text.ts'
import type { ShardHashes } from './shard-text.ts'
import { StoreDamaged } from './store-errors.ts'
import { rootFile } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'

/** Raise it when the files are laid out differently. */
const FORMAT = 1

const hashesSchema = z.string().transform((text, context) => {
  const hashes = parseHashes(text)
  if (hashes) return hashes
  context.addIssue('This is no list of hashes.')
  return z.NEVER
})

const rootSchema = z.object({
  format: z.literal(FORMAT),
  number: z.int().positive(),
  liveSince: z.iso.datetime(),
  cause: z.enum(releaseCauses),
  changed: z.number(),
  pages: z.number(),
  build: z.string(),
  today: z.string(),
  siteUrl: z.string(),
  pins: z.array(
    z.object({
      key: z.string(),
      version: z.string(),
      title: z.string(),
      field: z.string(),
      reason: z.string(),
    }),
  ),
  warnings: z.array(z.string()),
  /** How many packs of notes amendments have added to that of its own. */
  amendments: z.number(),
  files: hashesSchema,
  retained: hashesSchema,
  documents: hashesSchema,
})

/** What a release is, but for its lists, of which it names the parts. */
export type Root = Omit<z.output<typeof rootSchema>, 'format' | Lists> & Readonly<Record<Lists, ShardHashes>>
type Lists = 'files' | 'retained' | 'documents'

/** The text of the file. */
export function formatRoot(root: Root): string {
  const { files, retained, documents } = root
  return JSON.stringify({
    ...root,
    format: FORMAT,
    files: formatHashes(files),
    retained: formatHashes(retained),
    documents: formatHashes(documents),
  })
}

/** @throws StoreDamaged when the file is not there or cannot be used */
export function readRoot(layout: StoreLayout, number: number): Root {
  const file = rootFile(layout, number)
  try {
    const root: Root = rootSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    if (root.number !== number) throw new Error(`it says that it is release ${root.number}`)
    return root
  } catch (cause) {
    throw new StoreDamaged(`Release ${number} cannot be used: ${file} is missing or damaged.`, { cause })
  }
}
