import { differences } from '../../content/sharded-map.ts'
import { formatHeaders, headerRules } from '../site/headers-file.ts'
import { formatRedirects } from '../site/redirects-file.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { Release, SiteFile } from '../store/release.ts'
import type { PagesAfter } from './pages-after.ts'
import { PublishError } from './publish-errors.ts'
import type { RenderedSite } from './render-wanted.ts'
import { fileOfCard, SITE_CARD_FILE } from './drawn-cards.ts'
import { pathOfPicture } from './pictures.ts'
import type { Pictures } from './pictures.ts'
import { SiteFiles } from './site-files.ts'
import type { WriteObject } from './site-files.ts'
import type { ShownSite } from './shown-site.ts'
import type { SiteRenderer, UsedMedia } from './site-renderer.ts'
import { NOTHING } from './taken-together.ts'
import type { Counted, TakenTogether } from './taken-together.ts'

/** What files are taken from, and where they are put. */
export type FileMeans = {
  renderer: SiteRenderer
  /** What the templates bring: styles, scripts and fonts, by path in the site. */
  assets: ReadonlyMap<string, SiteFile>
  write: WriteObject
}

/** What the pages of a release to come need and say together. */
export type Needs = {
  /** Of pages whose files are all there; `NOTHING` when that is not known. */
  before: TakenTogether
  after: TakenTogether
}

/** The pictures that are needed now and were not before. */
export function newPictures({ before, after }: Needs): UsedMedia[] {
  return [...changed(before.media, after.media).values()].flatMap((needed) => (needed ? [needed.thing] : []))
}

/**
 * Works out the files of a release to come: pages, pictures, what the templates bring, and the rules for the host.
 *
 * @throws PublishError when two things want to be one file
 */
export function filesAfter(
  before: ShownSite | undefined,
  { plan, rendered }: Pick<RenderedSite, 'plan' | 'rendered'>,
  { paths, removed }: PagesAfter,
  needs: Needs,
  { renderer, assets, write }: FileMeans,
  pictures: Pictures,
): SiteFiles {
  const release = before?.release
  const files = new SiteFiles(release?.files)
  for (const [path, { file }] of rendered) files.set(siteFileOf(path), file)
  for (const path of removed) files.remove(siteFileOf(path))

  for (const [file, needed] of changed(needs.before.media, needs.after.media)) {
    const path = pathOfPicture({ file })
    const stored = needed && pictures.fileOf(needed.thing)
    if (stored) files.set(path, { hash: stored.hash, size: stored.size })
    else if (!needed) files.remove(path)
    else throw new PublishError(`The picture “${needed.thing.source}” was lost on the way to the site.`)
  }
  const standIn = assets.get(SITE_CARD_FILE)
  const standInBefore = release?.files.get(SITE_CARD_FILE)?.hash
  for (const [hash, needed] of changed(needs.before.cards, needs.after.cards)) {
    const file = fileOfCard({ hash })
    const there = needed && release?.files.get(file)
    const stored = there && there.hash !== standInBefore ? there : needed && standIn
    if (stored) files.set(file, { hash: stored.hash, size: stored.size })
    else files.remove(file)
  }
  const [policy] = needs.after.policies.keys()
  files.set('_redirects', write('_redirects', Buffer.from(formatRedirects(plan.redirects))))
  files.set('_headers', write('_headers', Buffer.from(formatHeaders(headerRules(policy)))))

  for (const [file, stored] of assets) files.set(file, stored)
  if (needs.before === NOTHING)
    removeOthers(files, release, release?.build === renderer.build ? undefined : paths)
  return files
}

const changed = <Thing>(before: Counted<Thing>, after: Counted<Thing>) =>
  differences(before, after, () => true)

/** @param paths of all pages, when pages of other templates are to go too */
function removeOthers(
  files: SiteFiles,
  release: Release | undefined,
  paths: readonly string[] | undefined,
): void {
  const pages = paths && new Set(paths.map(siteFileOf))
  for (const file of release?.files.keys() ?? [])
    if (pages ? !pages.has(file) : /^(media|cards)\//.test(file)) files.remove(file)
}
