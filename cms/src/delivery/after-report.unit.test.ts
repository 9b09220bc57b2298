import { describe, expect, test } from '@jest/globals'
import type { DeliveryReport } from '@careword/shared/delivery.ts'
import { afterReport } from './after-report.ts'
import type { Circumstances } from './after-report.ts'
import type { Delivery } from './deliveries.ts'

const delivery = (values: Partial<Delivery> = {}): Delivery => ({
  id: 'a',
  documentCollection: 'articles',
  documentId: 'b',
  withdrawal: false,
  version: 'v',
  revision: 1,
  state: 'queued',
  queuedAt: '2026-11-25T14:03:07.000Z',
  ...values,
})

const change = { collection: 'articles', id: 'b', version: 'v' } as const
const live: DeliveryReport = {
  ...change,
  state: 'live',
  at: '2026-11-25T14:03:07.084Z',
  release: 41,
  pages: 2,
}
const held: DeliveryReport = { ...change, state: 'held', release: 38 }
const failed: DeliveryReport = { ...change, state: 'failed', reason: 'It is too long.' }
const superseded: DeliveryReport = { ...change, state: 'superseded' }

const after = (row: Partial<Delivery>, report: DeliveryReport, circumstances: Partial<Circumstances> = {}) =>
  afterReport(delivery(row), report, {
    reportedAt: '2026-11-25T14:03:08.000Z',
    isNewest: true,
    isHeld: false,
    ...circumstances,
  })

const isLive = {
  state: 'live',
  at: '2026-11-25T14:03:07.084Z',
  reportedAt: '2026-11-25T14:03:08.000Z',
} as const

describe('afterReport', () => {
  test('a queued change is live after so many milliseconds', () => {
    expect(after({}, live)).toMatchObject({ state: 'live', durationMs: 84, pages: 2, release: 41 })
  })

  test('clocks that differ give no time before zero', () => {
    expect(after({ queuedAt: '2026-11-25T14:03:09.000Z' }, live)).toMatchObject({ durationMs: 0 })
  })

  test.each(['held', 'failed', 'superseded'] as const)('a change that was %s comes to be live', (state) => {
    expect(after({ state, reason: 'It is too long.' }, live)).toMatchObject({ state: 'live', reason: null })
  })

  test('what is live stays as it is: a report that comes twice, or tells of before', () => {
    for (const report of [live, held, failed, superseded]) expect(after(isLive, report)).toBeUndefined()
  })

  test('a site that was held at an earlier release since then no longer shows what was live', () => {
    expect(after(isLive, held, { isHeld: true })).toMatchObject({ state: 'held', release: 38 })
    expect(after(isLive, held, { isHeld: true, reportedAt: '2026-11-25T14:03:07.000Z' })).toBeUndefined()
  })

  test('an older report never undoes a newer one', () => {
    const reportedAt = '2026-11-25T14:05:00.000Z'
    expect(after({ state: 'failed', reportedAt }, held)).toBeUndefined()
    expect(after({ state: 'held', reportedAt }, live)).toBeUndefined()
  })

  test('a failure says why, and who is at fault', () => {
    const fault = { title: 'Side effects', field: 'body' }
    expect(after({}, { ...failed, fault })).toMatchObject({
      state: 'failed',
      reason: 'It is too long.',
      faultTitle: 'Side effects',
      faultField: 'body',
    })
  })

  test('only a change that another one followed can be replaced', () => {
    expect(after({}, superseded)).toBeUndefined()
    expect(after({}, superseded, { isNewest: false })).toMatchObject({ state: 'superseded' })
  })
})
