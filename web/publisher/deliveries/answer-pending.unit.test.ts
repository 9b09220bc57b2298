import { describe, expect, test } from '@jest/globals'
import type { DeliveryReport, DocumentChange } from '@careword/shared/delivery.ts'
import { answerPending } from './answer-pending.ts'
import type { KnownSite } from './answer-pending.ts'

const change = (id: string, version: string | null): DocumentChange => ({
  collection: 'articles',
  id,
  version,
})
const site = (changes: Partial<KnownSite> = {}): KnownSite => ({
  release: 4,
  liveSince: '2026-11-20T12:00:00.000Z',
  hold: undefined,
  shown: ({ id }) => (id === 'a' ? 'v2' : null),
  unfinished: () => undefined,
  isUnproved: () => false,
  trouble: undefined,
  ...changes,
})
const answer = (pending: DocumentChange, known: KnownSite) => answerPending([pending], known)[0]

describe('answerPending', () => {
  test('says that what the site shows is live, a withdrawal too', () => {
    const live = { state: 'live', at: '2026-11-20T12:00:00.000Z', release: 4, pages: 0 }
    expect(answer(change('a', 'v2'), site())).toEqual({ ...change('a', 'v2'), ...live })
    expect(answer(change('b', null), site())).toEqual({ ...change('b', null), ...live })
  })

  test('says that what was overtaken is superseded', () => {
    expect(answer(change('a', 'v1'), site())).toEqual({ ...change('a', 'v1'), state: 'superseded' })
    expect(answer(change('a', null), site())).toEqual({ ...change('a', null), state: 'superseded' })
  })

  test('says that what waits is held', () => {
    const hold = { release: 2, since: '2026-11-20T11:00:00.000Z' }
    expect(answer(change('a', 'v3'), site({ hold }))).toMatchObject({ state: 'held', release: 2 })
    expect(answer(change('a', 'v2'), site({ hold }))).toMatchObject({ state: 'live' })
  })

  test('repeats what is known of one that failed', () => {
    const failed: DeliveryReport = { ...change('a', 'v3'), state: 'failed', reason: 'No.' }
    expect(answer(change('a', 'v3'), site({ unfinished: () => failed }))).toEqual(failed)
  })

  test('gives the reason when the site does not follow', () => {
    expect(answer(change('a', 'v3'), site({ trouble: 'A template fails.' }))).toMatchObject({
      state: 'failed',
      reason: 'A template fails.',
    })
  })

  test('says nothing of what is published but not proved', () => {
    expect(answerPending([change('a', 'v2')], site({ isUnproved: () => true }))).toEqual([])
  })
})
