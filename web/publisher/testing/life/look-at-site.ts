import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Snapshot } from '../../../content/snapshot.ts'
import type { Outcome } from '../../publish/publish-result.ts'
import { todayOf } from '../../publish/snapshot.ts'
import type { SiteRenderer } from '../../publish/site-renderer.ts'
import type { Release } from '../../store/release.ts'
import type { FakeFeed } from '../fake-feed.ts'
import { cleanSite } from './clean-site.ts'
import type { CleanSite } from './clean-site.ts'
import { publishedIn } from './site-in-life.ts'
import type { SiteInLife } from './site-in-life.ts'

/** Compares a site with what it should be. Its methods throw what `expect` throws. */
export type Look = {
  /**
   * The files of the shown release are, byte for byte, what a clean full publish of the snapshot that it shows makes.
   *
   * @param how `isDrawn`: no card is still to be drawn
   */
  atFiles: (how?: { isDrawn?: boolean }) => Promise<void>
  /**
   * The shown snapshot is what is published, with a pin for each document that is not shown as published; during a hold
   * at least nothing is shown that is not published. To be called when the publisher has just compared everything.
   *
   * @param trouble what the publisher says why it could not follow
   */
  atContent: (trouble: string | undefined) => Promise<void>
  /** The plain tree is the shown release, byte for byte. To be called when it was brought up to date. */
  atTree: () => Promise<void>
}

export function lookAt(site: SiteInLife, cms: FakeFeed): Look {
  const download = (source: string) => Promise.resolve(Buffer.from(cms.file(source) ?? ''))
  const cleanSites = new Map<string, Promise<CleanSite>>()
  const clean = (snapshot: Snapshot, renderer: SiteRenderer) => {
    const name = JSON.stringify([renderer.build, snapshot.today, snapshot.siteUrl, namesOf(snapshot)])
    const made = cleanSites.get(name) ?? cleanSite(snapshot, renderer, download)
    cleanSites.set(name, made)
    return made
  }
  const current = (): Release => {
    const { current } = site.now.store
    if (!current) throw new Error('The site shows nothing.')
    return current
  }
  const rendererOf = ({ build }: Release): SiteRenderer => {
    const renderer = site.templatesOf(build)
    if (!renderer) throw new Error(`There never were templates ${build}.`)
    return renderer
  }
  const seen = new Set<string>()
  const bytesOf = async (hash: string) => {
    const bytes = await site.now.store.bytes({ hash })
    seen.add(hash)
    return bytes
  }

  return {
    async atFiles({ isDrawn = false } = {}) {
      const shown = current()
      const made = await clean(shownSnapshot(shown, site.versions), rendererOf(shown))
      for (const { hash } of [...shown.files.values(), ...shown.retained.values()])
        if (!seen.has(hash)) await bytesOf(hash)
      // Of templates with a mistake, pages that cannot be made again may stay when something is withdrawn.
      if (made.result.trouble !== undefined && !shown.build.startsWith('good')) return
      expect(made.result.trouble).toBeUndefined()
      // A redirect that another change made idle stays as it is, and fails where nothing was known of it.
      expect(made.result.outcomes.filter((outcome) => !isIdleRedirect(outcome))).toEqual([])
      const files = made.drawn?.files ?? new Map<string, { hash: string }>()
      const isUndrawn = (file: string) =>
        !isDrawn && made.release?.files.get(file)?.hash === shown.files.get(file)?.hash
      const different = [...new Set([...files.keys(), ...shown.files.keys()])].filter(
        (file) => files.get(file)?.hash !== shown.files.get(file)?.hash && !isUndrawn(file),
      )
      for (const file of different) {
        const [is, should] = [shown.files.get(file)?.hash, files.get(file)?.hash]
        expect({ file, text: is && (await bytesOf(is)).toString('utf8') }).toEqual({
          file,
          text: should && Buffer.from(made.bytes.get(should) ?? []).toString('utf8'),
        })
      }
      expect(different).toEqual([])
      expect(shown.pages).toBe(made.result.pages)
      // First come those about pins. The others are in the order in which pages came to be known.
      const ofPages = ({ warnings, pins }: Pick<Release, 'warnings' | 'pins'>) => warnings.slice(pins.length)
      expect([...ofPages(shown)].sort()).toEqual(made.release && [...ofPages(made.release)].sort())
    },

    async atContent(trouble) {
      const shown = current()
      const published = new Map(publishedIn(cms).map((document) => [keyOf(document), document]))
      expect([...shown.documents.keys()].filter((key) => !published.has(key))).toEqual([])
      if (site.now.publisher.hold) return
      const today = todayOf(published, site.date)
      const wanted = { documents: inOrder(published.values()), today, siteUrl: site.siteUrl }
      if (trouble !== undefined) {
        if (site.templates === 'good')
          expect((await clean(wanted, site.renderer)).result.trouble).toBeDefined()
        return
      }
      // What could not be made again from what is shown is a trouble.
      const again = await clean(shownSnapshot(shown, site.versions), rendererOf(shown))
      expect(again.result.trouble).toBeUndefined()
      expect(shown).toMatchObject({ today, siteUrl: site.siteUrl, build: site.renderer.build })
      expect(notShownAsPublished(published, shown)).toEqual(
        new Map(shown.pins.map(({ key, version }) => [key, version])),
      )
      for (const { title, field, reason } of shown.pins) expect([title, field, reason]).not.toContain('')
      // What could be shown has no pin.
      if (shown.pins.length > 0) expect((await clean(wanted, site.renderer)).release?.pins).not.toEqual([])
    },

    async atTree() {
      const { files, retained } = current()
      const hashes = [...files, ...retained].map(([file, { hash }]) => [file, hash] as const)
      expect(await hashesIn(site.directory)).toEqual(new Map(hashes))
    },
  }
}

function isIdleRedirect(outcome: Outcome): boolean {
  return outcome.collection === 'redirects' && outcome.state === 'failed' && outcome.fault !== undefined
}

/** By path. */
async function hashesIn(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const hashes = new Map<string, string>()
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    hashes.set(relative(directory, file), hash)
  }
  return hashes
}

function namesOf({ documents }: Snapshot): string[] {
  return [...documents].map(([key, { version }]) => `${key}@${version}`)
}

/** Pages must not depend on the order in which documents came. */
function inOrder(documents: Iterable<PublicDocument>): Map<string, PublicDocument> {
  const byKey = [...documents].map((document) => [keyOf(document), document] as const)
  return new Map(byKey.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function shownSnapshot(
  { documents, today, siteUrl }: Release,
  versions: ReadonlyMap<string, PublicDocument>,
): Snapshot {
  const shown = [...documents].map(([key, version]) => {
    const document = versions.get(`${key}@${version}`)
    if (!document)
      throw new Error(`${key} was never published in the version ${version} that the site shows.`)
    return document
  })
  return { documents: inOrder(shown), today, siteUrl }
}

function notShownAsPublished(
  published: ReadonlyMap<string, PublicDocument>,
  { documents }: Release,
): Map<string, string> {
  const others = [...published.values()].filter(
    (document) => documents.get(keyOf(document)) !== document.version,
  )
  return new Map(others.map((document) => [keyOf(document), document.version]))
}
