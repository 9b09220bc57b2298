import { describe, expect, test } from '@jest/globals'
import { createRelay, newsIn } from './relay.ts'

const shown = (lines: string[]) => {
  const written: string[] = []
  const relay = createRelay('cms', (line) => written.push(line))
  lines.forEach(relay.take)
  return { written, tail: relay.tail() }
}

describe('createRelay', () => {
  test.each([
    '[22:41:51] \u001B[33mWARN\u001B[39m: No space left',
    '[22:41:51] ERROR: The database is busy',
    'WARN: The CMS at http://localhost:3000 does not answer.',
    'WARN (over): The CMS answers again.',
    ' ⨯ unhandledRejection: no reason',
    'TypeError: x is not a function',
  ])('shows %j with the name of the program', (line) => {
    expect(shown([line]).written).toEqual([`cms │ ${line}`])
  })

  test.each([
    '[22:41:51] INFO: Migrating',
    ' ✓ Ready in 133ms',
    '  ⨯ serverMinification',
    'GET /api/errors 200',
    '(node:1) DeprecationWarning: ERROR is deprecated',
  ])('keeps %j for the log', (line) => {
    expect(shown([line]).written).toEqual([])
  })

  test('keeps the last lines, whatever they say', () => {
    const { tail } = shown(Array.from({ length: 40 }, (_, index) => `line ${index}`))
    expect(tail).toHaveLength(25)
    expect(tail.at(-1)).toBe('cms │ line 39')
  })
})

describe('newsIn', () => {
  test('takes the sentence from a line at level INFO', () => {
    expect(newsIn('[22:41:51] \u001B[32mINFO\u001B[39m: \u001B[36mLoading: 10 of 70\u001B[39m')).toBe(
      'Loading: 10 of 70',
    )
  })

  test('is undefined for another line', () => {
    expect(newsIn('[22:41:51] WARN: No space left')).toBeUndefined()
  })
})
