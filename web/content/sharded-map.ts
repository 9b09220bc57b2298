/** More would make each release name more parts, fewer would make the part that holds a changed entry larger. */
export const SHARDS = 256

/** A part of a map: the entries whose keys fall into it. It never changes. */
export type Shard<Value> = ReadonlyMap<string, Value>

/**
 * A map in parts, that never changes. One that is made of another by changes shares all parts with it that are the
 * same, in memory and on disk; so two of them are compared, and a new one is stored, at the cost of what differs.
 */
export class ShardedMap<Value> implements ReadonlyMap<string, Value> {
  readonly shards: readonly Shard<Value>[]
  readonly size: number

  constructor(shards?: readonly Shard<Value>[]) {
    const nothing: Shard<Value> = new Map()
    this.shards = shards ?? Array.from({ length: SHARDS }, () => nothing)
    this.size = this.shards.reduce((sum, shard) => sum + shard.size, 0)
  }

  /** @param changes by key, the new values; undefined takes the entry away */
  with(changes: ReadonlyMap<string, Value | undefined>): ShardedMap<Value> {
    if (changes.size === 0) return this
    const changed = new Map<number, Map<string, Value>>()
    for (const [key, value] of changes) {
      const index = shardOf(key)
      const shard = changed.get(index) ?? new Map(this.shards[index])
      if (value === undefined) shard.delete(key)
      else shard.set(key, value)
      changed.set(index, shard)
    }
    return new ShardedMap(this.shards.map((shard, index) => changed.get(index) ?? shard))
  }

  get(key: string): Value | undefined {
    return this.shards[shardOf(key)]?.get(key)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  *entries(): Generator<[string, Value], undefined> {
    for (const shard of this.shards) yield* shard
  }

  *keys(): Generator<string, undefined> {
    for (const shard of this.shards) yield* shard.keys()
  }

  *values(): Generator<Value, undefined> {
    for (const shard of this.shards) yield* shard.values()
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries()
  }

  forEach(act: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) act(value, key, this)
  }
}

/**
 * A map with changes, at the cost of the changes when it is one of the store's own.
 *
 * @param changes by key, the new values; undefined takes the entry away
 */
export function withChanges<Value>(
  map: ReadonlyMap<string, Value>,
  changes: ReadonlyMap<string, Value | undefined>,
): ReadonlyMap<string, Value> {
  return (map instanceof ShardedMap ? (map as ShardedMap<Value>) : asShardedMap(map, new ShardedMap())).with(
    changes,
  )
}

/** The same entries in parts, of which those that are the same are shared with another map. */
export function asShardedMap<Value>(
  map: ReadonlyMap<string, Value>,
  like: ShardedMap<Value>,
  isSame: (a: Value, b: Value) => boolean = (a, b) => a === b,
): ShardedMap<Value> {
  return map instanceof ShardedMap ? (map as ShardedMap<Value>) : like.with(differences(like, map, isSame))
}

/** By key, what `after` has where the two differ; undefined where it has nothing. */
export function differences<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value) => boolean,
): Map<string, Value | undefined> {
  const differing = new Map<string, Value | undefined>()
  if (before === after) return differing
  if (before instanceof ShardedMap && after instanceof ShardedMap) {
    const [old, now] = [before as ShardedMap<Value>, after as ShardedMap<Value>]
    for (const [index, shard] of now.shards.entries())
      for (const [key, value] of differences(old.shards[index] ?? new Map(), shard, isSame))
        differing.set(key, value)
    return differing
  }
  let kept = 0
  for (const [key, value] of after) {
    const old = before.get(key)
    if (old !== undefined) kept += 1
    if (old === undefined || !isSame(old, value)) differing.set(key, value)
  }
  if (kept < before.size) for (const key of before.keys()) if (!after.has(key)) differing.set(key, undefined)
  return differing
}

/** The part that a key falls into: FNV-1a, folded to a byte. */
export function shardOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (SHARDS - 1)
}
