import { createHash } from 'node:crypto'
import { SHARDS } from '../../content/sharded-map.ts'
import type { Shard } from '../../content/sharded-map.ts'

const HASH_LENGTH = 32
const NO_SHARD = '-'.repeat(HASH_LENGTH)

/** The parts of a map as hashes; undefined stands for one without entries. */
export type ShardHashes = readonly (string | undefined)[]

/** Parts never change, so that each is turned into text once. */
const hashes = new WeakMap<Shard<unknown>, string>()

/** The hash that a part is stored under; undefined for one without entries. */
export function hashOfShard(shard: Shard<unknown>): string | undefined {
  if (shard.size === 0) return undefined
  const known = hashes.get(shard)
  if (known !== undefined) return known
  const hash = hashOfText(textOfShard(shard))
  hashes.set(shard, hash)
  return hash
}

/** What a part is stored as. */
export function textOfShard(shard: Shard<unknown>): string {
  return JSON.stringify([...shard].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * A part from its text.
 *
 * @param hash that it is stored under
 * @throws when the text is not that of the hash
 */
export function parseShard<Value>(
  hash: string,
  text: string,
  parse: (json: unknown) => [string, Value][],
): Shard<Value> {
  if (hashOfText(text) !== hash) throw new Error('Its bytes are not those that were written.')
  const shard = new Map(parse(JSON.parse(text)))
  hashes.set(shard, hash)
  return shard
}

function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH)
}

/** The hashes as one text of fixed width; empty for a map without entries. */
export function formatHashes(hashes: ShardHashes): string {
  return hashes.every((hash) => hash === undefined) ? '' : hashes.map((hash) => hash ?? NO_SHARD).join('')
}

/** @returns undefined when it is no such text */
export function parseHashes(text: string): (string | undefined)[] | undefined {
  if (text === '') return Array.from({ length: SHARDS }, () => undefined)
  if (text.length !== SHARDS * HASH_LENGTH || !/^[\da-f-]*$/.test(text)) return undefined
  return Array.from({ length: SHARDS }, (_, index) => {
    const hash = text.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH)
    return hash === NO_SHARD ? undefined : hash
  })
}
