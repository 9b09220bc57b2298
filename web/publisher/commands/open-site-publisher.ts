import { drawCard } from '../cards/draw-card.ts'
import { rendererDirectory } from '../../renderer/build.ts'
import { stateDirectories } from '../directories.ts'
import type { OfflineEnvironment } from '../environment.ts'
import { documentsDirectoryIn, openContentStore } from '../feed/content-store.ts'
import { createFeedClient } from '../feed/feed-client.ts'
import { loadKeptSiteRenderer, loadSiteRenderer } from '../publish/site-renderer.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { createPublisher } from '../publisher.ts'
import { createRenderFarm } from '../rendering/render-farm.ts'
import type { RenderFarm } from '../rendering/render-farm.ts'
import type { SitePublisher } from '../site-publisher.ts'
import { openReleaseStore } from '../store/open-release-store.ts'
import { writeObject } from '../store/write-object.ts'
import type { CommandContext } from './command.ts'

/** Opens the publisher that a command's environment describes. Take the lock before. Without a key it cannot read the CMS. */
export async function openSitePublisher(
  environment: OfflineEnvironment,
  { dataDirectory, site, print }: Pick<CommandContext, 'dataDirectory' | 'site' | 'print'>,
): Promise<SitePublisher> {
  const state = stateDirectories(dataDirectory)
  const renderer = await loadSiteRenderer(rendererDirectory)
  const store = await openReleaseStore(site, (sentence) => {
    print(`WARN: ${sentence}`)
  })
  const { objectsDirectory } = store
  const farms = new Map<string, RenderFarm>()
  const farmOf = (one: SiteRenderer): RenderFarm => {
    const farm =
      farms.get(one.build) ??
      createRenderFarm({
        renderer: one,
        writeObject,
        objectsDirectory,
        threads: { rendererDirectory, documentsDirectory: documentsDirectoryIn(state.content) },
        log: print,
      })
    farms.set(one.build, farm)
    return farm
  }
  return createPublisher({
    feed: createFeedClient({ cmsUrl: environment.CMS_URL, apiKey: environment.PUBLISHER_API_KEY ?? '' }),
    content: await openContentStore(state.content, print),
    store,
    downloads: state.media,
    siteUrl: environment.SITE_URL,
    renderer,
    rendererOf: async (build) =>
      build === renderer.build ? renderer : loadKeptSiteRenderer(rendererDirectory, build),
    farmOf,
    draw: drawCard,
    write: (file, bytes) => writeObject(objectsDirectory, file, bytes),
    log: print,
  })
}
