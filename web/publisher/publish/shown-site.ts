import type { PublicDocument } from '@careword/shared/public-document.ts'
import { withChanges } from '../../content/sharded-map.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { redirectRules } from '../site/redirects-file.ts'
import type { RedirectRule } from '../site/redirects-file.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { Release, SiteFile } from '../store/release.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import { redirectsFrom, routesFrom } from './derived-lists.ts'
import { readNotes } from './page-notes.ts'
import type { PageNotes, ShownPage } from './page-notes.ts'
import { InternedPageParts } from '../rendering/interned-page-parts.ts'
import { pagesToRender } from './pages-to-render.ts'
import { pathOfPicture } from './pictures.ts'
import { ReadsIndex } from './reads-index.ts'
import type { SiteRenderer } from './site-renderer.ts'
import { NOTHING, takenAfter } from './taken-together.ts'
import type { TakenTogether } from './taken-together.ts'

/** What the site shows, and what its pages read to show it. */
export type ShownSite = {
  release: Release
  /** The build of the templates for which the rest is known. */
  seenBy: string
  /** The content that the pages show: what is published, with its pins. */
  snapshot: Snapshot
  /** Every page of that content, in the order of the routes. One that could not be rendered may be missing from the release. */
  paths: readonly string[]
  /** Those of which it is known what they read; the others have to be rendered again. */
  pages: ReadonlyMap<string, ShownPage>
  /** What those need and say. */
  together: TakenTogether
  /** As its file of rules has them. */
  redirects: readonly RedirectRule[]
  /** By path, and under the names below. */
  reads: ReadsIndex
}

/** The list of the pages is made from the content like a page. No path is called so. */
export const ROUTES = 'routes'

/** And so are the redirects. */
export const REDIRECTS = 'redirects'

/** Where releases and the documents that they show are kept. */
export type Kept = {
  store: ReleaseStore
  /** A version of a document, if it is kept. */
  version: (key: string, version: string) => PublicDocument | undefined
}

/**
 * The content that a release shows. Documents of which nothing is kept are missing from it.
 *
 * @param near what another release shows: documents that both have alike are taken from there
 */
export function snapshotShown(release: Release, version: Kept['version'], near?: ShownSite): Snapshot {
  const documentsNear = near?.snapshot.documents ?? new Map<string, PublicDocument>()
  const changed = new Map<string, PublicDocument | undefined>()
  for (const [key, hash] of release.documents)
    if (documentsNear.get(key)?.version !== hash) changed.set(key, version(key, hash))
  for (const key of documentsNear.keys()) if (!release.documents.has(key)) changed.set(key, undefined)
  const documents = withChanges(documentsNear, changed)
  return { documents, today: release.today, siteUrl: release.siteUrl }
}

/**
 * Works out what a release shows.
 *
 * @param renderer of the templates that the release was made with; with other ones, no page counts as known
 * @param near what another release shows: what both have alike is taken from there
 * @throws PublishError when the templates cannot tell which pages or redirects there are
 */
export async function shownSiteOf(
  release: Release,
  renderer: SiteRenderer,
  { store, version }: Kept,
  near?: ShownSite,
): Promise<ShownSite> {
  const snapshot = snapshotShown(release, version, near)
  // Makes the answers to what routes ask from those that are known.
  if (near) pagesToRender(near.snapshot, snapshot, near.reads)
  const reads = near ? near.reads.copy() : new ReadsIndex()
  const [routes, redirects] = [routesFrom(renderer, snapshot), redirectsFrom(renderer, snapshot)]
  const pages = new Map<string, ShownPage>()
  const isOfTheseTemplates = release.build === renderer.build
  const unknown: string[] = []
  for (const path of routes.value) {
    const page = isOfTheseTemplates && sameNotes(path, release, near) ? near?.pages.get(path) : undefined
    if (page) pages.set(path, page)
    else unknown.push(path)
  }
  const notes = await notesOfPages(unknown, release, store)
  for (const [path, { reads: ofPage, media, cards, warnings, policy }] of notes) {
    if (isOfTheseTemplates) pages.set(path, { file: siteFileOf(path), media, cards, warnings, policy })
    // With other templates a page is rendered in any case; what it read tells why it cannot be any more.
    reads.set(path, ofPage)
  }
  for (const path of near?.paths ?? []) if (!pages.has(path) && !notes.has(path)) reads.delete(path)
  reads.set(ROUTES, routes.reads)
  reads.set(REDIRECTS, redirects.reads)
  return {
    release,
    seenBy: renderer.build,
    snapshot,
    paths: routes.value,
    pages: withChanges(new Map<string, ShownPage>(), pages),
    together: takenAfter(
      NOTHING,
      [...pages].map(([path, page]) => ({ path, before: undefined, after: page })),
    ),
    redirects: redirectRules(redirects.value.redirects),
    reads,
  }
}

const whole = new WeakSet<ShownSite>()

/** Says of a site that was just made that nothing of it is lost. */
export function noteWhole(site: ShownSite): void {
  whole.add(site)
}

/** What another release shows that has the same pages. */
export function asRelease(site: ShownSite, release: Release): ShownSite {
  const same = { ...site, release }
  if (whole.has(site)) whole.add(same)
  return same
}

/** Whether the store has lost nothing of what is shown. @param assets what the templates bring */
export function isWhole(site: ShownSite, assets: ReadonlyMap<string, SiteFile>): boolean {
  if (whole.has(site)) return true
  const { files } = site.release
  const has = (file: string) => files.has(file)
  const pages = [...site.pages.values()]
  const isSo =
    pages.length === site.paths.length &&
    pages.every(({ file, media }) => has(file) && media.every((picture) => has(pathOfPicture(picture)))) &&
    ['_headers', '_redirects'].every(has) &&
    [...assets].every(([file, { hash }]) => files.get(file)?.hash === hash)
  if (isSo) whole.add(site)
  return isSo
}

/** Whether a page of the release is the very rendering that the other site shows. */
function sameNotes(path: string, release: Release, near: ShownSite | undefined): boolean {
  if (near?.release.build !== release.build) return false
  const file = siteFileOf(path)
  const [here, there] = [release.files.get(file), near.release.files.get(file)]
  return here !== undefined && here.notes === there?.notes && here.hash === there?.hash
}

async function notesOfPages(
  paths: readonly string[],
  release: Release,
  store: ReleaseStore,
): Promise<Map<string, PageNotes>> {
  const packOf = new Map<string, number>()
  for (const path of paths) {
    const pack = release.files.get(siteFileOf(path))?.notes
    if (pack !== undefined) packOf.set(path, pack)
  }
  const parts = new InternedPageParts()
  const packs = await store.notes(new Set(packOf.values()), (written, path) => {
    const notes = packOf.has(path) ? readNotes(written) : undefined
    return notes && parts.compact(notes)
  })
  const known = new Map<string, PageNotes>()
  for (const [path, pack] of packOf) {
    const notes = packs.get(pack)?.[path]
    if (notes) known.set(path, notes)
  }
  return known
}
