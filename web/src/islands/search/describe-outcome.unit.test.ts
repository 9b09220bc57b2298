import { describe, expect, test } from '@jest/globals'
import type { FoundPage } from '../../search/site-search.ts'
import { describeOutcome } from './describe-outcome.ts'

const page: FoundPage = { collection: 'pages', title: 'Help', path: '/help/', share: 1 }
const outcome = {
  state: 'found',
  isUrgent: false,
  query: 'he is gone',
  crisis: undefined,
  textOf: undefined,
} as const
const nothing = { answers: [], pages: [], isPartial: false }

describe('describeOutcome', () => {
  test('says what was found, and what to do when nothing was', () => {
    expect(describeOutcome({ ...outcome, found: { ...nothing, pages: [page] } })).toBe(
      '1 page for “he is gone”.',
    )
    expect(describeOutcome({ ...outcome, found: nothing })).toBe(
      'Nothing found for “he is gone”. Try fewer or other words.',
    )
  })

  test('repeats only the beginning of a text that somebody pasted', () => {
    const query = `${'Long words '.repeat(5)}🙂 ${'and more '.repeat(500)}`
    const sentence = describeOutcome({ ...outcome, query, found: nothing })
    expect(sentence).toBe(`Nothing found for “${'Long words '.repeat(5)}🙂 and…”. Try fewer or other words.`)
  })

  test('never tells somebody in distress to try other words', () => {
    expect(describeOutcome({ ...outcome, isUrgent: true, found: nothing })).toBe(
      'Help in a crisis is shown first.',
    )
    expect(describeOutcome({ ...outcome, isUrgent: true, found: { ...nothing, pages: [page] } })).toBe(
      'Help in a crisis is shown first. 1 page for “he is gone”.',
    )
  })
})
