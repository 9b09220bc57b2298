import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { DELIVERIES_LIMIT } from '@careword/shared/delivery.ts'
import type { DeliveryReport, SiteState } from '@careword/shared/delivery.ts'
import { fakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import type { FakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import { NoDeliveries, ReportRefused } from './delivery-client.ts'
import { startDeliveries } from './deliveries.ts'
import type { Deliveries } from './deliveries.ts'

let client: FakeDeliveryClient
let deliveries: Deliveries
let said: string[]
let site: SiteState

beforeEach(() => {
  jest.useFakeTimers()
  client = fakeDeliveryClient()
  said = []
  site = {
    at: '2026-11-20T12:00:00.000Z',
    release: 1,
    pages: 3,
    liveSince: '2026-11-20T12:00:00.000Z',
    hold: null,
    releases: [],
    trouble: null,
    warnings: { first: [], count: 0 },
  }
  deliveries = startDeliveries({
    client,
    state: () => Promise.resolve(site),
    retryMs: { first: 100, longest: 400 },
    log: (line) => said.push(line),
  })
})
afterEach(() => {
  deliveries.close()
  jest.useRealTimers()
})

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const change = (id: string, version: string | null = 'v1') => ({
  collection: 'articles' as const,
  id,
  version,
})
const live = (id: string, version = 'v1'): DeliveryReport => ({
  ...change(id, version),
  state: 'live',
  at: '2026-11-20T12:00:00.000Z',
  release: 1,
  pages: 1,
})
const failed = (id: string, reason: string): DeliveryReport => ({ ...change(id), state: 'failed', reason })
const sent = () => client.reports().map(({ id, version, state }) => `${id} ${version} ${state}`)

describe('startDeliveries', () => {
  test('sends reports with the state of the site, in the order in which they came', async () => {
    deliveries.report([live('a'), live('b')])
    await pass(0)
    deliveries.report([live('a', 'v2')])
    await pass(0)
    expect(sent()).toEqual(['a v1 live', 'b v1 live', 'a v2 live'])
    expect(client.bodies[0]?.site).toEqual(site)
  })

  test('sends an answer for an older version without forgetting the newer one', async () => {
    deliveries.report([failed('a', 'No.'), live('b', 'v2')])
    deliveries.report([
      { ...change('a', 'v0'), state: 'superseded' },
      { ...change('b', 'v0'), state: 'superseded' },
      { ...change('b', 'v1'), state: 'superseded' },
    ])
    await pass(0)
    expect(sent()).toHaveLength(5)
    expect(deliveries.counts).toEqual({ held: 0, failed: 1 })
  })

  test('sends no more at once than the CMS takes', async () => {
    deliveries.report(Array.from({ length: DELIVERIES_LIMIT + 1 }, (_, number) => live(String(number))))
    await pass(0)
    expect(client.bodies.map(({ reports }) => reports.length)).toEqual([DELIVERIES_LIMIT, 1])
  })

  test('sends the state when it is another one, or when it is wanted', async () => {
    deliveries.tellState()
    await pass(0)
    site = { ...site, at: '2026-11-20T13:00:00.000Z' }
    deliveries.tellState()
    await pass(0)
    expect(client.bodies).toHaveLength(1)
    deliveries.tellState(true)
    await pass(0)
    expect(client.bodies).toHaveLength(2)
    site = { ...site, trouble: 'The CMS does not answer.' }
    deliveries.tellState()
    await pass(0)
    expect(client.bodies[2]?.site.trouble).toBe('The CMS does not answer.')
  })

  test('keeps the newest report on each document while the CMS is down, and sends it when that is over', async () => {
    client.failure = new Error('The CMS does not answer.')
    deliveries.report([live('a'), live('b')])
    await pass(10)
    deliveries.report([live('a', 'v2')])
    await pass(2_000)
    expect(said).toEqual(['WARN: The CMS does not answer.'])
    expect(deliveries.trouble?.message).toBe('The CMS does not answer.')
    const { tries } = client
    expect(tries()).toBeGreaterThanOrEqual(5)
    expect(tries()).toBeLessThanOrEqual(10)
    client.failure = undefined
    await pass(400)
    expect(sent()).toEqual(['b v1 live', 'a v2 live'])
    expect(said[1]).toContain('takes reports on deliveries again')
    expect(deliveries.trouble).toBeUndefined()
  })

  test('notes once that the CMS takes no reports, and tries again only when the state is wanted', async () => {
    client.failure = new NoDeliveries('The CMS has no place for reports.')
    deliveries.report([live('a')])
    await pass(0)
    deliveries.report([live('b')])
    deliveries.tellState()
    await pass(5_000)
    expect(client.tries()).toBe(1)
    expect([said.length, deliveries.trouble]).toEqual([1, undefined])
    client.failure = undefined
    deliveries.tellState(true)
    await pass(0)
    deliveries.report([live('c')])
    await pass(0)
    expect(sent()).toEqual(['c v1 live'])
  })

  test('does not send again what the CMS refuses', async () => {
    client.failure = new ReportRefused('The CMS does not understand the report.')
    deliveries.report([live('a')])
    await pass(5_000)
    expect(client.tries()).toBe(1)
    expect(said).toEqual(['WARN: The CMS does not understand the report.'])
  })

  test('remembers what is not ended, and reports it again only when that is wanted', async () => {
    deliveries.report([failed('a', 'No.'), { ...change('b'), state: 'held', release: 3 }])
    deliveries.report([failed('a', 'No.')])
    await pass(0)
    expect(sent()).toEqual(['a v1 failed', 'b v1 held'])
    deliveries.report([failed('a', 'No.')])
    await pass(0)
    expect(client.reports()).toHaveLength(2)
    deliveries.report([failed('a', 'No.')], { again: true })
    await pass(0)
    expect(client.reports()).toHaveLength(3)
    expect(deliveries.counts).toEqual({ held: 1, failed: 1 })
    expect(deliveries.unfinished(change('a'))).toMatchObject({ reason: 'No.' })
    expect(deliveries.unfinished(change('a', 'v2'))).toBeUndefined()
    deliveries.report([live('a')])
    expect(deliveries.unfinished(change('a'))).toBeUndefined()
    expect(deliveries.counts).toEqual({ held: 1, failed: 0 })
  })

  test('asks what the CMS waits for, and gives nothing when it cannot be asked', async () => {
    client.waitsFor = [change('a')]
    expect(await deliveries.pending()).toEqual([change('a')])
    client.failure = new Error('The CMS does not answer.')
    expect(await deliveries.pending()).toEqual([])
  })

  test('waits for what is to be sent, but not for ever', async () => {
    jest.useRealTimers()
    deliveries.report([live('a')])
    expect(await deliveries.flush(5_000)).toBe(true)
    expect(client.reports()).toHaveLength(1)
    client.failure = new Error('The CMS does not answer.')
    deliveries.report([live('b')])
    expect(await deliveries.flush(20)).toBe(false)
  })
})
