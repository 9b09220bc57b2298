import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { canonicalJson, versionOf } from './version.ts'

describe('canonicalJson', () => {
  test('puts the keys of every object in order, in lists too', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }, [{ f: true, e: { h: 1, g: 2 } }]] })).toBe(
      '{"a":[{"c":"x","d":null},[{"e":{"g":2,"h":1},"f":true}]],"b":1}',
    )
  })

  test('orders keys by their code units, whatever the language of the machine', () => {
    expect(canonicalJson({ ä: 1, z: 2, Z: 3, a: 4 })).toBe('{"Z":3,"a":4,"z":2,"ä":1}')
  })

  test('keeps the order of lists', () => {
    expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]')
  })

  test('takes an absent value for no value', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }))
  })

  test('changes nothing of what it is given', () => {
    const value = { b: 1, a: { d: 1, c: 2 } }
    canonicalJson(value)
    expect(JSON.stringify(value)).toBe('{"b":1,"a":{"d":1,"c":2}}')
  })
})

describe('versionOf', () => {
  test('is the first half of the SHA-256 of the canonical form', () => {
    expect(versionOf({ b: 1, a: 'ü' })).toBe(
      createHash('sha256').update('{"a":"ü","b":1}').digest('hex').slice(0, 32),
    )
    expect(versionOf({})).toBe('44136fa355b3678a1146ad16f7e8649e')
  })

  test('is equal for equal content, whatever the order of its keys', () => {
    expect(versionOf({ title: 'A', seo: { title: 'B', description: 'C' } })).toBe(
      versionOf({ seo: { description: 'C', title: 'B' }, title: 'A' }),
    )
  })

  test.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: 'x' }, { a: 'x ' }],
    [{ a: 'x' }, { b: 'x' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [] }, {}],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
    [{ a: '\u00e9' }, { a: 'e\u0301' }],
  ])('tells %j from %j', (one, other) => {
    expect(versionOf(one)).not.toBe(versionOf(other))
  })
})
