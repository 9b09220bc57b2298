import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { RetainedFile, SiteFile } from './release.ts'
import type { Shard } from '../../content/sharded-map.ts'
import { hashOfShard, parseShard, textOfShard } from './shard-text.ts'
import { StoreDamaged } from './store-errors.ts'
import { shardFile } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'
import type { WriteWhole } from './write-whole.ts'

const fileSchema = z.object({
  hash: z.string().regex(/^[\da-f]{64}$/),
  size: z.number(),
  notes: z.number().exactOptional(),
})

const list = <Value extends z.ZodType>(value: Value) => z.array(z.tuple([z.string(), value]))
const filesSchema = list(fileSchema)
const retainedSchema = list(fileSchema.extend({ leftIn: z.number(), leftAt: z.string() }))
const documentsSchema = list(z.string())

/** Gives the parts of the lists of releases by hash. Each throws StoreDamaged when the part is not what was written. */
export type ShardReader = {
  readonly files: (hash: string) => Shard<SiteFile>
  readonly retained: (hash: string) => Shard<RetainedFile>
  readonly documents: (hash: string) => Shard<string>
}

export function shardReader(layout: StoreLayout): ShardReader {
  const reader =
    <Value>(schema: z.ZodType<[string, Value][]>) =>
    (hash: string): Shard<Value> => {
      const file = shardFile(layout, hash)
      try {
        return parseShard(hash, readFileSync(file, 'utf8'), (json) => schema.parse(json))
      } catch (cause) {
        throw new StoreDamaged(`A part of a release cannot be used: ${file} is missing or damaged.`, {
          cause,
        })
      }
    }
  return { files: reader(filesSchema), retained: reader(retainedSchema), documents: reader(documentsSchema) }
}

/** Gives parts that are known without reading them. */
export function withKnown(
  reader: ShardReader,
  known: {
    files: Iterable<Shard<SiteFile>>
    retained: Iterable<Shard<RetainedFile>>
    documents: Iterable<Shard<string>>
  },
): ShardReader {
  return {
    files: knownOr(known.files, reader.files),
    retained: knownOr(known.retained, reader.retained),
    documents: knownOr(known.documents, reader.documents),
  }
}

function knownOr<Value>(
  known: Iterable<Shard<Value>>,
  read: (hash: string) => Shard<Value>,
): (hash: string) => Shard<Value> {
  const byHash = new Map([...known].map((shard) => [hashOfShard(shard), shard]))
  return (hash) => byHash.get(hash) ?? read(hash)
}

/** Writes a part, unless it is there. */
export function writeShardFile(
  layout: StoreLayout,
  write: WriteWhole,
  hash: string,
  shard: Shard<unknown>,
): void {
  const file = shardFile(layout, hash)
  const text = textOfShard(shard)
  if (statSync(file, { throwIfNoEntry: false })?.size !== Buffer.byteLength(text)) write(file, text)
}
