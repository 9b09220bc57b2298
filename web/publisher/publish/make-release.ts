import type { ReleaseCause } from '@careword/shared/delivery.ts'
import { differingDocuments } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { NewRelease, Pin, SiteFile } from '../store/release.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import { withChanges } from '../../content/sharded-map.ts'
import { filesAfter, newPictures } from './files-after.ts'
import type { FileMeans, Needs } from './files-after.ts'
import { notesOf } from './page-notes.ts'
import { pagesAfter } from './pages-after.ts'
import type { PagesAfter } from './pages-after.ts'
import { addressesOfPictures, isPicture, Pictures } from './pictures.ts'
import { ReadsIndex } from './reads-index.ts'
import { redirectChange } from './redirect-change.ts'
import type { RedirectChange } from './redirect-change.ts'
import { renderWanted } from './render-wanted.ts'
import type { RenderedSite, Rendering } from './render-wanted.ts'
import { retainedFiles, retainedWithoutDocument } from './retained-files.ts'
import type { SiteFiles } from './site-files.ts'
import { isWhole, noteWhole } from './shown-site.ts'
import type { ShownSite } from './shown-site.ts'
import { NOTHING, takenAfter } from './taken-together.ts'
import type { TakenTogether } from './taken-together.ts'

/** What releases are made with. */
export type Making = Rendering &
  FileMeans & {
    store: ReleaseStore
    /** Reads a file of the media library. */
    download: (source: string) => Promise<Uint8Array>
    now: () => Date
    /** Whether a page that could not be rendered may stay as it was; asked only where `onTemplateFailure` puts up with that. */
    mayStay: (path: string, file: SiteFile) => Promise<boolean>
  }

/** A release that is worked out: all that it names is in the store, and nobody sees it. */
export type Draft = {
  /** What the release that it follows shows. */
  before: ShownSite | undefined
  release: NewRelease
  /** What is to be known of the pages that were rendered for it. */
  notes: ReadonlyMap<string, unknown>
  /** No file differs, so the release that is shown stays. */
  isSame: boolean
  site: RenderedSite
  after: PagesAfter
  together: TakenTogether
  files: SiteFiles
  /** Pictures that the release before had or retained, and that go at once since something is withdrawn. */
  withdrawnPictures: readonly string[]
}

/** A release that was made, and what it did. */
export type Made = {
  shown: ShownSite
  /** How many pages were rendered. */
  rendered: number
  /** Pages whose bytes are new, by path; and the paths of those that are gone. */
  written: ReadonlyMap<string, SiteFile>
  removed: readonly string[]
  pictures: PictureChange
  redirects: RedirectChange
  /** Files of all kinds. */
  filesWritten: number
  filesRemoved: number
}

/** The public addresses of pictures that came, and of those that were taken down at once. */
export type PictureChange = { shown: readonly string[]; withdrawn: readonly string[] }

/**
 * Renders a snapshot and shows it as a release, all at once.
 *
 * @param before what the release to start from shows, or undefined when there is none; not to be used any more afterwards
 * @throws what `draftRelease` throws; the site then is as it was
 */
export async function makeRelease(
  before: ShownSite | undefined,
  wanted: Snapshot,
  cause: ReleaseCause,
  making: Making,
): Promise<Made> {
  return showDraft(await draftRelease(before, wanted, cause, making), making)
}

/**
 * Renders a snapshot and works out the release that would show it. Of `before` nothing is changed.
 *
 * @param before what the release to start from shows, or undefined when there is none
 * @throws PublishError, or what `download` throws
 */
export async function draftRelease(
  before: ShownSite | undefined,
  wanted: Snapshot,
  cause: ReleaseCause,
  making: Making,
): Promise<Draft> {
  const { store } = making
  const known = (file: string) => before?.release.files.get(file) ?? before?.release.retained.get(file)
  const pictures = new Pictures(known, making.download, making.write)
  const site = await renderWanted(before, wanted, pictures, making)
  const { snapshot, rendered, pins } = site
  const after = await pagesAfter(before, site, making.mayStay)
  const needs = needsAfter(before, after, making)
  // Those of the pages that were not rendered are there, unless the store has lost one.
  await pictures.bring(newPictures(needs))
  const files = filesAfter(before, site, after, needs, making, pictures)

  const isShown = before && before.release.number === store.current?.number
  const isWithdrawal = cause !== 'publish'
  const dropped = (before && isWithdrawal ? retainedWithoutDocument(before.release, snapshot) : []).filter(
    (file) => !files.has(file),
  )
  // Who reads the release asks for it again only when it has another number.
  const isSame = isShown && files.written.size + files.removed.size + dropped.length === 0
  const same = isSame ? before.release : undefined
  const number = same?.number ?? store.newest + 1
  for (const path of rendered.keys()) files.noteIn(siteFileOf(path), number)
  // They are not what their content would make of them, so they are to be rendered again, also after a restart.
  for (const path of after.staying) files.noteIn(siteFileOf(path), undefined)
  const release: NewRelease = {
    cause: same?.cause ?? cause,
    changed: same?.changed ?? writtenPages(site, files).size + after.removed.length,
    pages: after.paths.length,
    build: making.renderer.build,
    today: snapshot.today,
    siteUrl: snapshot.siteUrl,
    files: files.all(),
    retained: retainedFiles(
      before?.release,
      { files, removed: files.removed, number },
      { isWithdrawal, withdrawn: new Set(dropped), now: making.now() },
    ),
    documents: versionsOf(snapshot, before),
    pins,
    warnings: [...pins.map((pin) => sentenceOf(pin, before)), ...[...needs.after.warnings.keys()].sort()],
  }
  const notes = new Map([...rendered].map(([path, page]) => [path, notesOf(page)]))
  const withdrawnPictures = isWithdrawal ? [...[...files.removed].filter(isPicture), ...dropped] : []
  return {
    before,
    release,
    notes,
    isSame: same !== undefined,
    site,
    after,
    together: needs.after,
    files,
    withdrawnPictures,
  }
}

/**
 * Shows a release that was worked out. When no file differs, the release that is shown stays, and it is only taken down that
 * this is what it shows.
 *
 * @param draft which follows what is shown now; what it followed is not to be used any more afterwards
 * @throws StoreDamaged when the store has lost something of it; the site then is as it was
 */
export async function showDraft(
  { before, release, notes, isSame, site, after, together, files, withdrawnPictures }: Draft,
  { store, renderer }: Pick<Making, 'store' | 'renderer'>,
): Promise<Made> {
  const shown: ShownSite = {
    release: await (isSame ? store.amend(release, notes) : store.commit(release, notes)),
    seenBy: renderer.build,
    snapshot: site.snapshot,
    paths: site.plan.paths,
    pages: after.pages,
    together,
    redirects: site.plan.redirects,
    reads: readsAfter(before, site, after),
  }
  if (site.failed.length === 0) noteWhole(shown)
  return {
    shown,
    rendered: site.rendered.size,
    written: writtenPages(site, files),
    removed: after.removed,
    pictures: {
      shown: addressesOfPictures(files.written),
      withdrawn: addressesOfPictures(withdrawnPictures),
    },
    redirects: redirectChange(before?.redirects, site.plan.redirects),
    filesWritten: files.written.size,
    filesRemoved: new Set([...files.removed, ...withdrawnPictures]).size,
  }
}

/** @throws PublishError when the pages do not agree on one content-security policy */
function needsAfter(
  before: ShownSite | undefined,
  { pages, changes }: PagesAfter,
  { renderer, assets }: Pick<Making, 'renderer' | 'assets'>,
): Needs {
  if (before?.release.build === renderer.build && isWhole(before, assets))
    return { before: before.together, after: takenAfter(before.together, changes) }
  const all = [...pages].map(([path, page]) => ({ path, before: undefined, after: page }))
  return { before: NOTHING, after: takenAfter(NOTHING, all) }
}

/** The versions of all documents, at the cost of those that differ from what was shown before. */
function versionsOf({ documents }: Snapshot, before: ShownSite | undefined): ReadonlyMap<string, string> {
  // Some may be lost of what is kept.
  if (before?.release.documents.size !== before?.snapshot.documents.size || !before)
    return new Map([...documents].map(([key, { version }]) => [key, version]))
  const differing = [...differingDocuments(before.snapshot, { documents })]
  return withChanges(
    before.release.documents,
    new Map(differing.map(([key, document]) => [key, document?.version])),
  )
}

function sentenceOf({ key, title, field, reason }: Pin, before: ShownSite | undefined): string {
  const instead = before?.snapshot.documents.has(key)
    ? 'The site keeps to its last version that could be shown.'
    : 'The site does without it.'
  return `“${title}”, field “${field}”: ${reason} ${instead}`
}

function writtenPages({ rendered }: RenderedSite, { written }: SiteFiles): Map<string, SiteFile> {
  const pages = new Map<string, SiteFile>()
  for (const [path, { file }] of rendered) if (written.has(siteFileOf(path))) pages.set(path, file)
  return pages
}

/** Takes over what was read: by the pages that were rendered again, and not by those that are gone. */
function readsAfter(
  before: ShownSite | undefined,
  { plan, rendered }: RenderedSite,
  { removed }: PagesAfter,
): ReadsIndex {
  const reads = before?.reads ?? new ReadsIndex()
  for (const [path, page] of rendered) reads.set(path, page.reads)
  for (const [name, derived] of plan.derived) reads.set(name, derived)
  for (const path of removed) reads.delete(path)
  return reads
}
