import { describe, expect, jest, test } from '@jest/globals'
import { takenOnce } from './taken-once.ts'

const MINUTE_MS = 60_000

describe('takenOnce', () => {
  test('does nothing for what comes again, and gives what came of it the first time', () => {
    const once = takenOnce<string>(10)
    const take = jest.fn(() => 'done')
    expect(once('a', take)).toEqual({ value: 'done', isNew: true })
    expect(once('a', take)).toEqual({ value: 'done', isNew: false })
    expect(take).toHaveBeenCalledTimes(1)
    expect(once('b', take).isNew).toBe(true)
  })

  test('remembers for as long as a signature is good', () => {
    let now = 0
    const once = takenOnce<number>(10, () => now)
    const isNew = (id: string) => once(id, () => 0).isNew
    isNew('a')
    now = 10 * MINUTE_MS
    isNew('b')
    expect(isNew('a')).toBe(false)
    now += 1
    isNew('c')
    expect(isNew('a')).toBe(true)
  })

  test('remembers no more than it may', () => {
    const once = takenOnce<number>(2)
    const isNew = (id: string) => once(id, () => 0).isNew
    expect(['a', 'b', 'c', 'c', 'b', 'a'].map(isNew)).toEqual([true, true, true, false, false, true])
  })
})
