import request from 'supertest'
import type { Test } from 'supertest'
import {
  FEED_INDEX_PATH,
  FEED_PATH,
  feedDocumentsSchema,
  feedIndexSchema,
  feedPageSchema,
  keyOf,
} from '@careword/shared/change-feed.ts'
import type { DocumentKey, FeedPage } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { TestCms } from '../../testing/start-test-cms.ts'

/** The change feed, asked over HTTP with the publisher's key, or with other headers. */
export type Feed = {
  /** A request of one's own, that may be refused. */
  get: (query: string, headers?: Record<string, string>) => Test
  getIndex: (headers?: Record<string, string>) => Test
  /** One answer. */
  since: (cursor?: string, limit?: number) => Promise<FeedPage>
  /** What happened after a cursor, as one answer. @throws when it does not fit into one */
  after: (cursor: string) => Promise<Pick<FeedPage, 'documents' | 'gone'>>
  /** A cursor after everything that has happened so far. */
  now: () => Promise<string>
  /** A document as it is now; undefined when it is not public. */
  document: (collection: DocumentKey['collection'], id: string) => Promise<PublicDocument | undefined>
  /** The versions of all that is published, by `<collection>:<id>`. */
  index: () => Promise<Map<string, string>>
}

export function readFeed({ url, publisher }: TestCms): Feed {
  const get: Feed['get'] = (query, headers = publisher) =>
    request(url).get(`${FEED_PATH}?${query}`).set(headers)
  const getIndex: Feed['getIndex'] = (headers = publisher) => request(url).get(FEED_INDEX_PATH).set(headers)
  const since: Feed['since'] = async (cursor, limit) => {
    const query = new URLSearchParams()
    if (cursor !== undefined) query.set('since', cursor)
    if (limit !== undefined) query.set('limit', String(limit))
    return feedPageSchema.parse((await get(query.toString()).expect(200)).body)
  }
  const index = async () => feedIndexSchema.parse((await getIndex().expect(200)).body)

  return {
    get,
    getIndex,
    since,
    after: async (cursor) => {
      const { documents, gone, more } = await since(cursor)
      if (more) throw new Error('There is more than one answer')
      return { documents, gone }
    },
    now: async () => {
      let page = await since()
      while (page.more) page = await since(page.cursor)
      return page.cursor
    },
    document: async (collection, id) => {
      const response = await get(`documents=${collection}:${id}`).expect(200)
      return feedDocumentsSchema.parse(response.body).documents[0]
    },
    index: async () =>
      new Map((await index()).documents.map((document) => [keyOf(document), document.version])),
  }
}
