import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { keyOf } from '@careword/shared/change-feed.ts'
import { withChanges } from '../content/sharded-map.ts'
import type { Snapshot } from '../content/snapshot.ts'
import type { StateDirectories } from './directories.ts'
import type { ContentStore } from './feed/content-store.ts'
import type { FeedClient } from './feed/feed-client.ts'
import { createSynchroniser } from './feed/synchronise.ts'
import { cleanFiles } from './publish/clean-files.ts'
import { SiteEngine } from './publish/site-engine.ts'
import type { EngineMeans } from './publish/site-engine.ts'
import { assetsOf } from './publish/site-files.ts'
import { snapshotOf, todayOf } from './publish/snapshot.ts'
import { versionsShown } from './publish/versions-shown.ts'
import type { SitePublisher } from './site-publisher.ts'
import type { ReleaseStore } from './store/release-store.ts'
import { StoreDamaged } from './store/store-errors.ts'

/** What a publisher works with. */
export type PublisherOptions = Pick<EngineMeans, 'renderer' | 'rendererOf' | 'farmOf' | 'write' | 'draw'> & {
  feed: FeedClient
  content: ContentStore
  store: ReleaseStore
  /** Where pictures wait on their way from the CMS. */
  downloads: StateDirectories['media']
  siteUrl: string
  /** Takes sentences about what is being done. */
  log: (sentence: string) => void
  now?: () => Date
}

/** To know which old versions of documents are of use takes reading all releases that are kept. */
const RELEASES_BETWEEN_FORGETTING = 20

/** How often to look whether somebody has taken something from the store. */
const MEND_AGAIN_MS = 60_000

/** Drawing keeps a core busy. */
const QUIET_BEFORE_DRAWING_MS = 2_000

/** V8 gives the memory of threads back so long after their end. The process that draws takes as much as one of them. */
const MEMORY_COMES_BACK_MS = 8_000

/** Opens the publisher over what is kept of the content and of the site. */
export function createPublisher(options: PublisherOptions): SitePublisher {
  const { feed, content, store, siteUrl, log, now = () => new Date() } = options
  const synchroniser = createSynchroniser(feed, content)
  const { renderer } = options
  const means: EngineMeans = {
    ...options,
    rendererOf: async (build) => (build === renderer.build ? renderer : options.rendererOf(build)),
    now,
    version: (key, version) => content.version(key, version),
    download: (source) => downloaded(feed, source, options.downloads),
  }
  const engine = new SiteEngine(means)
  const isReadyToDraw = async (signal: AbortSignal) => {
    if (!(await isQuiet(QUIET_BEFORE_DRAWING_MS, signal))) return false
    const comesBackIn = MEMORY_COMES_BACK_MS - (await options.farmOf(renderer).rest())
    return comesBackIn <= 0 || isQuiet(comesBackIn, signal)
  }
  const drawCards = async (signal: AbortSignal) => {
    try {
      while (!signal.aborted && !(await engine.drawCards(signal)));
      if (!signal.aborted) cardProblem = undefined
    } catch (error) {
      const { message } = error as Error
      cardProblem = `Pictures for shared links cannot be drawn, so the site’s own one stands in for them: ${message}`
    }
  }
  const wanted = (documents = content.documents): Snapshot => snapshotOf(documents, siteUrl, now(), log)
  let isComplete = false
  let cardProblem: string | undefined
  /** The newest release when old versions of documents were last forgotten. */
  let forgottenAt = 0
  let mendedAt = performance.now()

  return {
    get cursor() {
      return content.cursor
    },
    get isComplete() {
      return isComplete
    },
    get site() {
      const { current } = store
      return current && { release: current.number, pages: current.pages, liveSince: current.liveSince }
    },
    get hold() {
      return store.hold
    },
    get warnings() {
      const { current } = store
      // First come those about pins.
      return current?.warnings.slice(current.pins.length) ?? []
    },
    get cardProblem() {
      return cardProblem
    },
    today: () => todayOf(content.documents, now()),
    async catchUp({ compareAll, documents, index }) {
      const synchronised = await synchroniser.catchUp({
        compareAll: compareAll || !isComplete,
        documents,
        index,
      })
      isComplete = true
      return synchronised
    },
    readIndex: (signal) => feed.index(signal),
    async prepare(document) {
      const kept = await content.keep([document])
      const changes = new Map(kept.map((one) => [keyOf(one), one]))
      await engine.prepare(wanted(withChanges(content.documents, changes)))
    },
    async publish(how) {
      if (how?.everything) await engine.mend()
      try {
        return await engine.publish(wanted(), how)
      } catch (error) {
        if (!(error instanceof StoreDamaged)) throw error
        await engine.mend()
        return engine.publish(wanted(), how)
      }
    },
    rollback: (release) => engine.rollback(release, wanted()),
    resume: () => engine.resume(),
    releases: () => store.list(),
    shown: (key) => store.current?.documents.get(keyOf(key)) ?? null,
    async *cleanFiles() {
      const shown = await engine.shown()
      if (!shown) return
      const itsRenderer = (await means.rendererOf(shown.release.build)) ?? renderer
      const assets = await assetsOf(itsRenderer.assetsDirectory, means.write)
      yield* cleanFiles(shown.snapshot, shown.release, {
        ...means,
        renderer: itsRenderer,
        assets,
        farm: options.farmOf(itsRenderer),
      })
    },
    async settle(signal, upTo) {
      if (upTo !== 'tree') await engine.warmUp(signal)
      await store.settle(signal, upTo === 'tree' ? 'mended tree' : 'tree')
      // Whoever waits for the plain files wants them whole; else the next publish often comes soon.
      if (upTo === 'tree' || (await isReadyToDraw(signal))) await drawCards(signal)
      await store.settle(signal, upTo)
      if (upTo !== 'tree' && !signal.aborted && performance.now() - mendedAt > MEND_AGAIN_MS) {
        await engine.mend(signal)
        mendedAt = performance.now()
      }
      if (upTo === 'tree' || signal.aborted || store.newest < forgottenAt + RELEASES_BETWEEN_FORGETTING)
        return
      forgottenAt = store.newest
      await content.keepOnly(await versionsShown(store))
    },
  }
}

async function isQuiet(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return !signal.aborted
}

let downloads = 0

async function downloaded(feed: FeedClient, source: string, directory: string): Promise<Uint8Array> {
  await mkdir(directory, { recursive: true })
  const file = join(directory, `${process.pid}-${downloads++}`)
  try {
    await feed.download(source, file)
    return await readFile(file)
  } finally {
    await rm(file, { force: true })
  }
}
