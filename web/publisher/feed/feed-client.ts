import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
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
import type { CmsAccess } from './cms-request.ts'
import { MediaMissing, NotAFeed } from './feed-errors.ts'

/** Reads the published content from the CMS. Every method throws a FeedError when it cannot. */
export type FeedClient = {
  /** One page of what changed since a cursor; of everything when there is none. */
  changesSince(cursor: string | undefined): Promise<FeedPage>
  /** These documents as they are now. At most {@link DOCUMENTS_LIMIT} at once. */
  documents(keys: readonly DocumentKey[]): Promise<FeedDocuments>
  /** Keys and versions of all that is published. */
  index(): Promise<FeedIndex>
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
  const read = <Answer>(path: string, schema: z.ZodType<Answer>) =>
    requestCms(access, { path, missing: noFeedAt(access.cmsUrl + path) }, (response) =>
      parseAnswer(response, access.cmsUrl + path, schema),
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
    index: () => read(FEED_INDEX_PATH, feedIndexSchema),
    download: (source, target) =>
      requestCms(
        { ...access, timeoutMs: options.timeoutMs ?? MEDIA_TIMEOUT_MS },
        { path: `/api/media/file/${encodeURIComponent(source)}`, missing: noFile(source) },
        (response) => saveBody(response, target),
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
  response: Response,
  url: string,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const text = await response.text()
  const notAFeed = (why: string) =>
    new NotAFeed(
      `What ${url.split('?')[0]} answers is no change feed: ${why}. CMS_URL must be the address of the Careword CMS.`,
    )
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw notAFeed(`it is no JSON but ${response.headers.get('content-type') ?? 'of no known type'}`)
  }
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  throw notAFeed(z.prettifyError(result.error).split('\n').join(' '))
}

async function saveBody(response: Response, target: string): Promise<void> {
  const unfinished = `${target}.part`
  try {
    const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([])
    await pipeline(body, createWriteStream(unfinished))
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
