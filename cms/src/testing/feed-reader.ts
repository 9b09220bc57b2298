import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { readFeed } from '../feed/testing/read-feed.ts'
import type { TestCms } from './start-test-cms.ts'

/** What the publisher sees of a change, in short form. */
export type FeedReader = {
  /** The public fields of a document; undefined when it is not public. */
  fieldsOf: (
    collection: DocumentKey['collection'],
    id: string,
  ) => Promise<Record<string, unknown> | undefined>
  /** A cursor after everything that has happened so far. */
  now: () => Promise<string>
  /** What happened after a cursor: `articles:<id>` for what changed, `gone articles:<id>` for what went. */
  since: (cursor: string) => Promise<string[]>
}

export function feedReader(cms: TestCms): FeedReader {
  const feed = readFeed(cms)
  return {
    fieldsOf: async (collection, id) => (await feed.document(collection, id))?.fields,
    now: feed.now,
    since: async (cursor) => {
      const { documents, gone } = await feed.since(cursor)
      return [
        ...documents.map(({ collection, id }) => `${collection}:${id}`),
        ...gone.map(({ collection, id }) => `gone ${collection}:${id}`),
      ].sort()
    },
  }
}
