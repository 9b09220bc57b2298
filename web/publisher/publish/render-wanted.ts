import type { Snapshot } from '../../content/snapshot.ts'
import type { RenderedFile, RenderFarm } from '../rendering/render-farm.ts'
import type { Pin } from '../store/release.ts'
import { count } from '../count.ts'
import { idleRedirects } from './idle-redirects.ts'
import { pagesToRender } from './pages-to-render.ts'
import { pinFaults } from './pin-faults.ts'
import { pagesWithoutPictures } from './missing-pictures.ts'
import type { Pictures } from './pictures.ts'
import { planPublish } from './plan-publish.ts'
import type { Plan } from './plan-publish.ts'
import { TooManyPages } from './publish-errors.ts'
import type { PageFailed } from './publish-errors.ts'
import { ReadsIndex } from './reads-index.ts'
import type { ShownSite } from './shown-site.ts'
import type { SiteRenderer } from './site-renderer.ts'

/** The pages of a release to come. */
export type RenderedSite = {
  /** What was wanted, with what cannot be rendered taken back. */
  snapshot: Snapshot
  pins: Pin[]
  plan: Plan
  rendered: ReadonlyMap<string, RenderedFile>
  /** Pages that could not be rendered though no document is at fault, if that was to be put up with. */
  failed: readonly PageFailed[]
}

/** What pages are rendered with. */
export type Rendering = {
  renderer: SiteRenderer
  farm: RenderFarm
  /** Takes sentences about what is being done. */
  log: (sentence: string) => void
  /** Decides about a page that fails through no document's fault: throws, or puts up with it. */
  onTemplateFailure: (failure: PageFailed) => void
  /** Stops it between two pages. */
  signal?: AbortSignal
  /** Do without it when more pages would have to be rendered. */
  mostPages?: number
}

/**
 * Renders the pages that read what changed. What fails because of a document is rendered again without the change that
 * is to blame, until all that is left can be rendered and no redirect that changed leads nowhere.
 *
 * @param before what the site shows
 * @throws PageFailed for a page that fails through no document's fault, unless `onTemplateFailure` puts up with it;
 * FeedError when pictures cannot be brought; the reason of `signal`; TooManyPages
 */
export async function renderWanted(
  before: ShownSite | undefined,
  wanted: Snapshot,
  pictures: Pictures,
  { renderer, farm, log, onTemplateFailure, signal, mostPages = Infinity }: Rendering,
): Promise<RenderedSite> {
  const rendered = new Map<string, RenderedFile>()
  const pins = new Map<string, Pin>()
  const failed = new Map<string, PageFailed>()
  let snapshot = wanted
  for (;;) {
    const plan = planPublish(before, snapshot, renderer)
    const wantedPaths = new Set(plan.toRender)
    for (const path of [...rendered.keys()]) if (!wantedPaths.has(path)) rendered.delete(path)
    const toRender = plan.toRender.filter((path) => !rendered.has(path) && !failed.has(path))
    if (toRender.length > mostPages) throw new TooManyPages(toRender.length, mostPages)
    if (toRender.length > 0) log(`Rendering ${count(toRender.length, 'page')}.`)
    const outcome = await farm.render(snapshot, toRender, signal)
    for (const [path, page] of outcome.rendered) rendered.set(path, page)
    let failures = outcome.failures
    if (failures.length === 0) failures = await pagesWithoutPictures(snapshot, rendered, pictures)
    // What a redirect leads to may have gone back for the sake of a page.
    if (failures.length === 0) failures = idleRedirects(plan.idle, before, snapshot)
    if (failures.length === 0)
      return { snapshot, pins: [...pins.values()], plan, rendered, failed: [...failed.values()] }

    const pinned = pinFaults(failures, before, snapshot, (failure) => {
      onTemplateFailure(failure)
      failed.set(failure.path, failure)
    })
    for (const pin of pinned.pins) if (!pins.has(pin.key)) pins.set(pin.key, pin)
    forgetReaders(rendered, snapshot, pinned.snapshot)
    snapshot = pinned.snapshot
  }
}

/** Forgets the pages that read what is different in the snapshot to try next. */
function forgetReaders(rendered: Map<string, RenderedFile>, tried: Snapshot, next: Snapshot): void {
  const reads = new ReadsIndex()
  for (const [path, page] of rendered) reads.set(path, page.reads)
  for (const path of pagesToRender(tried, next, reads)) rendered.delete(path)
}
