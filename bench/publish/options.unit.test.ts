import { describe, expect, test } from '@jest/globals'
import { parts, readOptions } from './options.ts'

describe('readOptions', () => {
  test('measures everything when nothing is said', () => {
    expect(readOptions([])).toEqual({
      sizes: [100, 1000, 10_000],
      parts: [...parts],
      edits: 20,
      builds: 5,
      patience: 500,
      keep: false,
    })
  })

  test('takes sizes and parts', () => {
    expect(
      readOptions(['--sizes', '100,1000', '--only', 'next,ours', '--edits', '40', '--patience', '0']),
    ).toMatchObject({
      sizes: [100, 1000],
      parts: ['ours', 'next'],
      edits: 40,
      patience: 0,
    })
  })

  test('gives nothing when help is asked for', () => {
    expect(readOptions(['--help'])).toBeUndefined()
  })

  test.each([
    [['--sizes', 'ten'], '“ten”'],
    [['--sizes', '5'], '--sizes'],
    [['--edits', '0'], '--edits'],
    [['--patience', '-1'], '--patience'],
    [['--only', 'hugo'], '“hugo”'],
    [['--wrong'], '--wrong'],
  ])('refuses %j, and names what is wrong', (args, named) => {
    expect(() => readOptions(args)).toThrow(named)
  })
})
