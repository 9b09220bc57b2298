import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asShardedMap, differences, ShardedMap, withChanges } from './sharded-map.ts'

const maps = fc.dictionary(fc.string(), fc.nat({ max: 3 })).map((entries) => new Map(Object.entries(entries)))
const changes = fc
  .dictionary(fc.string(), fc.option(fc.nat({ max: 3 }), { nil: undefined }))
  .map((entries) => new Map(Object.entries(entries)))
const isSame = (a: number, b: number) => a === b

function changed(map: ReadonlyMap<string, number>, by: ReadonlyMap<string, number | undefined>) {
  const after = new Map(map)
  for (const [key, value] of by)
    if (value === undefined) after.delete(key)
    else after.set(key, value)
  return after
}

describe('a map in parts', () => {
  test('has the entries of the map that it was made of, with the changes', () => {
    fc.assert(
      fc.property(maps, changes, (map, by) => {
        const before = withChanges(map, new Map())
        const after = withChanges(before, by)
        expect(new Map(before)).toEqual(map)
        expect(new Map(after)).toEqual(changed(map, by))
        expect(after.size).toBe(changed(map, by).size)
      }),
    )
  })

  test('shares the parts that are the same', () => {
    const before = asShardedMap(
      new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, 1])),
      new ShardedMap(),
    )
    const after = before.with(new Map([['a', 2]]))
    expect(after.shards.filter((shard, index) => shard !== before.shards[index])).toHaveLength(1)
    expect(before.get('a')).toBe(1)
  })
})

describe('differences', () => {
  test('lead from one map to the other, in parts or not', () => {
    fc.assert(
      fc.property(maps, maps, changes, (map, other, by) => {
        const inParts = withChanges(map, new Map())
        for (const [from, to] of [
          [map, other],
          [inParts, other],
          [map, withChanges(other, new Map())],
          [inParts, withChanges(inParts, by)],
        ] as const) {
          const found = differences(from, to, isSame)
          expect(changed(from, found)).toEqual(new Map(to))
          for (const [key, value] of found) expect(value).not.toBe(from.get(key))
        }
      }),
    )
  })
})
