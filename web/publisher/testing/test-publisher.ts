import { join } from 'node:path'
import { siteDirectories, stateDirectories } from '../directories.ts'
import { openContentStore } from '../feed/content-store.ts'
import type { ContentStore } from '../feed/content-store.ts'
import { createFeedClient } from '../feed/feed-client.ts'
import type { EngineMeans } from '../publish/site-engine.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { createPublisher } from '../publisher.ts'
import { createRenderFarm } from '../rendering/render-farm.ts'
import type { SitePublisher } from '../site-publisher.ts'
import { openReleaseStore } from '../store/open-release-store.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import { writeObject } from '../store/write-object.ts'

/** A publisher and what it works on, in a folder. */
export type TestPublisher = { publisher: SitePublisher; store: ReleaseStore; content: ContentStore }

/** What a test publisher is made of. */
export type TestPublisherOptions = {
  /** Holds all that the publisher keeps; a publisher that is opened on it later finds it as it was left. */
  folder: string
  cms: { url: string; key: string }
  renderer: SiteRenderer
  /** Templates of other builds that are kept. */
  earlier?: readonly SiteRenderer[]
  siteUrl?: string
  draw?: EngineMeans['draw']
  log?: (sentence: string) => void
  now?: () => Date
}

/** Opens a publisher like that of `site watch`, with templates of a test's own and in one thread. */
export async function openTestPublisher({
  folder,
  cms,
  renderer,
  earlier = [],
  siteUrl = 'https://site.example',
  draw = ({ svg }) => Promise.resolve(Buffer.from(svg)),
  log = () => undefined,
  now = () => new Date(),
}: TestPublisherOptions): Promise<TestPublisher> {
  const state = stateDirectories(folder)
  const store = await openReleaseStore(siteDirectories({ SITE_DIR: join(folder, 'site') }), log)
  const content = await openContentStore(state.content, log)
  const { objectsDirectory } = store
  const publisher = createPublisher({
    feed: createFeedClient({ cmsUrl: cms.url, apiKey: cms.key, retryDelaysMs: [] }),
    content,
    store,
    downloads: state.media,
    siteUrl,
    renderer,
    rendererOf: (build) => Promise.resolve([renderer, ...earlier].find((one) => one.build === build)),
    farmOf: (one) => createRenderFarm({ renderer: one, writeObject, objectsDirectory, log }),
    draw,
    write: (file, bytes) => writeObject(objectsDirectory, file, bytes),
    log,
    now,
  })
  return { publisher, store, content }
}
