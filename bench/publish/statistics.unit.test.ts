import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { median, summarise } from './statistics.ts'

describe('summarise', () => {
  test('gives the middle, the 95th percentile and the ends, in whatever order the values come', () => {
    const values = Array.from({ length: 101 }, (_, index) => index).reverse()

    expect(summarise(values)).toEqual({ runs: 101, p50: 50, p95: 95, min: 0, max: 100 })
  })

  test('takes the straight line between two values', () => {
    expect(summarise([10, 20])).toEqual({ runs: 2, p50: 15, p95: 19.5, min: 10, max: 20 })
  })

  test('leaves the values in their order', () => {
    const values = [3, 1, 2]
    summarise(values)

    expect(values).toEqual([3, 1, 2])
  })

  test('never leaves the range of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { min, p50, p95, max } = summarise(values)
        expect([min, p50, p95, max]).toEqual([min, p50, p95, max].toSorted((a, b) => a - b))
      }),
    )
  })

  test('refuses to speak of nothing', () => {
    expect(() => summarise([])).toThrow('Nothing was measured.')
  })
})

describe('median', () => {
  test('is the value in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
  })
})
