import request from 'supertest'
import type { Test } from 'supertest'
import { feedIndexSchema } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { DeliveryReport, DocumentChange, SiteState } from '@careword/shared/delivery.ts'
import type { TestCms } from '../../testing/start-test-cms.ts'

/** What the publisher says to the CMS, with its own key. */
export type Publisher = {
  /** Reports, as of a moment (now, unless told otherwise). */
  report: (reports: DeliveryReport[], site?: Partial<SiteState>) => Promise<void>
  /** A request that may be refused. */
  send: (body: unknown) => Test
  /** The changes whose way is not ended. */
  pending: () => Promise<DocumentChange[]>
  /** The version by which the feed gives a document now; null when it is not public. */
  change: (collection: DocumentKey['collection'], id: string) => Promise<DocumentChange>
}

/** A site that follows, as of a moment. */
export function site(state: Partial<SiteState> = {}): SiteState {
  return {
    at: new Date().toISOString(),
    release: 41,
    pages: 120,
    liveSince: '2026-11-25T14:03:07.000Z',
    hold: null,
    releases: [],
    trouble: null,
    warnings: { first: [], count: 0 },
    ...state,
  }
}

/** The publisher of a CMS under test. */
export function publisherOf(cms: TestCms): Publisher {
  const send = (body: unknown) =>
    request(cms.url)
      .post('/api/site-deliveries')
      .set(cms.publisher)
      .send(body as object)
  return {
    send,
    report: async (reports, state) => {
      await send({ reports, site: site(state) }).expect(204)
    },
    pending: async () => {
      const response = await request(cms.url)
        .get('/api/site-deliveries/pending')
        .set(cms.publisher)
        .expect(200)
      return (response.body as { changes: DocumentChange[] }).changes
    },
    change: async (collection, id) => {
      const response = await request(cms.url).get('/api/site-content/index').set(cms.publisher).expect(200)
      const { documents } = feedIndexSchema.parse(response.body)
      const found = documents.find((document) => document.collection === collection && document.id === id)
      return { collection, id, version: found?.version ?? null }
    },
  }
}
