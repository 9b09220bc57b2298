import { describe, expect, test } from '@jest/globals'
import { Ids } from './ids.ts'

describe('Ids', () => {
  test('are made from the text, each once', () => {
    const ids = new Ids()
    expect(['Side effects', 'Side effects!', 'Side effects'].map((text) => ids.take(text))).toEqual([
      'side-effects',
      'side-effects-2',
      'side-effects-3',
    ])
  })

  test('leave reserved ones alone', () => {
    const ids = new Ids()
    ids.reserve('cost')
    expect(ids.take('Cost')).toBe('cost-2')
  })

  test('begin with a letter and are never empty', () => {
    const ids = new Ids()
    expect(ids.take('2 hours after')).toBe('n-2-hours-after')
    expect(ids.take('¿?')).toBe('section')
  })
})
