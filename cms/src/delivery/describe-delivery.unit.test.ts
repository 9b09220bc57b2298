import { describe, expect, test } from '@jest/globals'
import type { SiteState } from '@careword/shared/delivery.ts'
import type { Delivery } from './deliveries.ts'
import { describeDelivery } from './describe-delivery.ts'
import type { Telling } from './describe-delivery.ts'
import { describeSite } from './describe-site.ts'
import { site } from './testing/publisher.ts'

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

const telling = (values: Partial<Telling> = {}): Telling => ({
  state: site(),
  heardAt: '2026-11-25T14:03:00.000Z',
  now: new Date('2026-11-25T14:03:08.000Z'),
  timeZone: 'UTC',
  ...values,
})

const tell = (values: Partial<Delivery> = {}, circumstances: Partial<Telling> = {}) =>
  describeDelivery(delivery(values), telling(circumstances))

const live = {
  state: 'live',
  at: '2026-11-25T14:03:07.084Z',
  durationMs: 84,
  pages: 2,
  release: 41,
} as const

describe('describeDelivery', () => {
  test('tells since when a change is queued', () => {
    expect(tell()).toBe('Queued since 14:03:07')
    expect(tell({ withdrawal: true })).toBe('Withdrawal queued since 14:03:07')
  })

  test('tells when the publisher has been silent for as long as the change waits', () => {
    const now = new Date('2026-11-25T14:05:00.000Z')
    expect(tell({}, { now })).toBe(
      'Queued since 14:03:07. The publisher has not been heard of since 14:03:00; this goes out when it runs again',
    )
    expect(tell({}, { now, heardAt: null, state: null })).toBe(
      'Queued since 14:03:07. The publisher has not been heard of yet; this goes out when it runs',
    )
    expect(tell({}, { now, heardAt: '2026-11-25T14:04:59.000Z' })).toBe('Queued since 14:03:07')
  })

  test('tells why the site does not follow', () => {
    expect(tell({}, { state: site({ trouble: 'The templates have a mistake.' }) })).toBe(
      'Queued since 14:03:07. The templates have a mistake.',
    )
  })

  test('tells since when it is live, how long it took, and what it reached', () => {
    expect(tell(live)).toBe('Live since 14:03:07, after 84 ms, 2 pages changed, release 41')
    expect(tell({ ...live, pages: 1 })).toBe('Live since 14:03:07, after 84 ms, 1 page changed, release 41')
    expect(tell({ ...live, pages: 0 })).toBe('Live since 14:03:07, after 84 ms, no page had to change')
    expect(tell({ ...live, withdrawal: true, pages: 0 })).toBe(
      'Off the site since 14:03:07, after 84 ms, no page had to change',
    )
    expect(tell({ ...live, durationMs: null })).toBe('Live since 14:03:07, 2 pages changed, release 41')
    expect(tell({ ...live, withdrawal: true, pages: 3 })).toBe(
      'Off the site since 14:03:07, after 84 ms, 3 pages changed, release 41',
    )
  })

  test.each([
    [999, '999 ms'],
    [1000, '1 s'],
    [1290, '1.2 s'],
    [59_990, '59.9 s'],
    [61_000, '1 min'],
    [3_600_000, '1 h'],
    [172_800_000, '2 days'],
  ])('writes %d ms as %s', (durationMs, words) => {
    expect(tell({ ...live, durationMs })).toContain(`after ${words},`)
  })

  test('tells the time of whoever reads it, and the day when it is another one', () => {
    expect(tell({}, { timeZone: 'America/New_York' })).toBe('Queued since 09:03:07')
    expect(tell({}, { now: new Date('2026-11-26T09:00:00.000Z'), heardAt: '2026-11-26T08:59:00.000Z' })).toBe(
      'Queued since 25 Nov 2026, 14:03:07',
    )
  })

  test('tells where the site is held', () => {
    const hold = { release: 38, since: '2026-11-25T13:40:00.000Z' }
    expect(tell({ state: 'held', release: 38 }, { state: site({ hold }) })).toBe(
      'Held: the site stays at release 38 since 13:40:00; this goes out when it is resumed',
    )
  })

  test('tells what is wrong where', () => {
    const reason = 'The block “chart” is not known.'
    expect(tell({ state: 'failed', reason, faultTitle: 'Side effects', faultField: 'body' })).toBe(
      'Not live: field “body” of “Side effects”: The block “chart” is not known.',
    )
    expect(tell({ state: 'failed', reason: 'The disk is full.' })).toBe('Not live: The disk is full.')
  })

  test('tells that a later change came', () => {
    expect(tell({ state: 'superseded' })).toBe('Replaced by a later change')
  })

  test('tells that a change was live before a later one came', () => {
    expect(tell({ ...live, state: 'superseded' })).toBe(
      'Was live from 14:03:07, after 84 ms, 2 pages changed, release 41; then replaced by a later change',
    )
    expect(tell({ ...live, state: 'superseded', withdrawal: true, durationMs: null, pages: 0 })).toBe(
      'Was off the site from 14:03:07, no page had to change; then replaced by a later change',
    )
  })
})

describe('describeSite', () => {
  const tellSite = (state: SiteState | null) => describeSite(telling({ state }))

  test('tells what the site shows', () => {
    expect(tellSite(site())).toEqual(['The site shows release 41 since 14:03:07, with 120 pages.'])
    expect(tellSite(site({ release: null, liveSince: null }))).toEqual(['Nothing was published yet.'])
    expect(tellSite(null)).toEqual(['The publisher has not been heard of yet.'])
  })

  test('tells of a hold and of trouble', () => {
    const hold = { release: 41, since: '2026-11-25T13:40:00.000Z' }
    expect(tellSite(site({ hold, trouble: 'The disk is full.' }))).toEqual([
      'The site shows release 41, with 120 pages.',
      'It is held at release 41 since 13:40:00: changes wait until it is resumed. What is withdrawn goes off the site all the same.',
      'The disk is full.',
    ])
  })
})
