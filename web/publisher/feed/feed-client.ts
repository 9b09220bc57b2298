import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import {
  FEED_INDEX_PATH,
  FEED_LIMIT,
  FEED_PATH,
  feedDocumentsSchema,
  feedIndexSchema,
  feedPageSchema,
  keyOf,
} from '@careword/shared/change-feed.ts'
import type { DocumentKey, FeedDocuments, FeedIndex, FeedPage } from '@careword/shared/change-feed.ts'
import { z } from 'zod'
import { requestCms } from './cms-request.ts'
import type { CmsAccess, CmsAnswer } from './cms-request.ts'
import { MediaMissing, NotAFeed } from './feed-errors.ts'

/** Reads the published content from the CMS. Every method throws a FeedError when it cannot. */
export type FeedClient = {
  /** One page of what changed since a cursor; of everything when there is none. */
  changesSince(cursor: string | undefined): Promise<FeedPage>
  /** These documents as they are now. At most {@link DOCUMENTS_LIMIT} at once. */
  documents(keys: readonly DocumentKey[]): Promise<FeedDocuments>
  /** Keys and versions of all that is published. With thousands of documents the CMS needs seconds for it. */
  index(signal?: AbortSignal): Promise<FeedIndex>
  /** Copies a file of the media library to `target`: whole or not at all. */
  download(source: string, target: string): Promise<void>
}

/** So many keys of about 36 characters stay well below the 16 kB that Node takes as a request's head. */
export const DOCUMENTS_LIMIT = 100

// The first request to a development CMS waits until Next has compiled the route.
const ANSWER_TIMEOUT_MS = 30_000
const MEDIA_TIMEOUT_MS = 120_000

/** @param options where the CMS is and the key; times can be changed for tests */
export function createFeedClient(
  options: Pick<CmsAccess, 'cmsUrl' | 'apiKey'> & Partial<CmsAccess>,
): FeedClient {
  const access: CmsAccess = { timeoutMs: ANSWER_TIMEOUT_MS, retryDelaysMs: [200, 1000], ...options }
  const read = <Answer>(path: string, schema: z.ZodType<Answer>, signal?: AbortSignal) =>
    requestCms(access, { path, missing: noFeedAt(access.cmsUrl + path), signal }, (answer) =>
      parseAnswer(answer, access.cmsUrl + path, schema),
    )

  return {
    changesSince: (cursor) => {
      const query = new URLSearchParams({ limit: String(FEED_LIMIT) })
      if (cursor !== undefined) query.set('since', cursor)
      return read(`${FEED_PATH}?${query.toString()}`, feedPageSchema)
    },
    documents: (keys) => {
      const query = new URLSearchParams({ documents: keys.map(keyOf).join(',') })
      return read(`${FEED_PATH}?${query.toString()}`, feedDocumentsSchema)
    },
    index: (signal) => read(FEED_INDEX_PATH, feedIndexSchema, signal),
    download: (source, target) =>
      requestCms(
        { ...access, timeoutMs: options.timeoutMs ?? MEDIA_TIMEOUT_MS },
        { path: `/api/media/file/${encodeURIComponent(source)}`, missing: noFile(source) },
        ({ body }) => save(body, target),
      ),
  }
}

const noFeedAt = (url: string) => (said: string) =>
  new NotAFeed(
    `There is no change feed at ${url.split('?')[0]} (404)${said}. CMS_URL must be the address of the Careword CMS.`,
  )

const noFile = (source: string) => () =>
  new MediaMissing(
    `The CMS has no file “${source}”, though a published page shows it. Upload the picture again, or take it out of the page.`,
  )

async function parseAnswer<Answer>(
  { contentType, body }: CmsAnswer,
  url: string,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const json = await text(body)
  const notAFeed = (why: string) =>
    new NotAFeed(
      `What ${url.split('?')[0]} answers is no change feed: ${why}. CMS_URL must be the address of the Careword CMS.`,
    )
  let answer: unknown
  try {
    answer = JSON.parse(json)
  } catch {
    throw notAFeed(`it is no JSON but ${contentType ?? 'of no known type'}`)
  }
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  throw notAFeed(z.prettifyError(result.error).split('\n').join(' '))
}

async function save(body: AsyncIterable<Uint8Array>, target: string): Promise<void> {
  const unfinished = `${target}.part`
  try {
    await pipeline(body, createWriteStream(unfinished))
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
