import { join } from 'node:path'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { siteDirectories } from '../directories.ts'
import { MediaMissing } from '../feed/feed-errors.ts'
import { SiteEngine } from '../publish/site-engine.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { createRenderFarm } from '../rendering/render-farm.ts'
import { openReleaseStore } from '../store/open-release-store.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import { writeObject } from '../store/write-object.ts'

/** Fields of articles by id; a key with a colon names a document of another collection. */
export type Documents = Record<string, Record<string, unknown>>

/** A site in a folder, published by an engine from snapshots that a test states. */
export type EngineSite = {
  readonly store: ReleaseStore
  readonly engine: SiteEngine
  /** Files of the media library, by name. Those that are asked for are noted in `downloads`. */
  readonly library: Map<string, string>
  readonly downloads: string[]
  /** Pages that were rendered, since the list was last emptied. */
  readonly rendered: string[]
  snapshot: (documents: Documents, today?: string) => Snapshot
  publish: (documents: Documents, today?: string) => ReturnType<SiteEngine['publish']>
  rollback: (number: number | null, documents: Documents) => ReturnType<SiteEngine['rollback']>
  /** What visitors get at a path of the site's files; undefined when it is not there. */
  read: (file: string) => Promise<string | undefined>
  /** Opens everything anew, as after a restart, with these templates. */
  restart: (renderer?: SiteRenderer) => Promise<void>
}

/**
 * Opens a site in a folder that a test has to itself.
 *
 * @param renderer the templates
 * @param earlier templates of other builds that are kept, by build
 */
export async function engineSite(
  folder: string,
  renderer: SiteRenderer,
  earlier: Record<string, SiteRenderer> = {},
): Promise<EngineSite> {
  const directories = siteDirectories({ SITE_DIR: join(folder, 'site') })
  const library = new Map<string, string>()
  const downloads: string[] = []
  const rendered: string[] = []
  const versions = new Map<string, PublicDocument>()
  let templates = renderer
  let store: ReleaseStore
  let engine: SiteEngine

  const open = async () => {
    store = await openReleaseStore(directories, () => undefined)
    const write = (file: string, bytes: Uint8Array) => writeObject(store.objectsDirectory, file, bytes)
    engine = new SiteEngine({
      store,
      version: (key, version) => versions.get(`${key}@${version}`),
      renderer: templates,
      rendererOf: (build) => Promise.resolve(build === templates.build ? templates : earlier[build]),
      farmOf: (one) =>
        createRenderFarm({
          renderer: noting(one),
          writeObject,
          objectsDirectory: store.objectsDirectory,
          log: () => undefined,
        }),
      draw: ({ svg }) => Promise.resolve(Buffer.from(svg)),
      write,
      download: (source) => {
        downloads.push(source)
        const content = library.get(source)
        return content === undefined
          ? Promise.reject(new MediaMissing(`The CMS has no file “${source}”.`))
          : Promise.resolve(Buffer.from(content))
      },
      now: () => new Date(),
      log: () => undefined,
    })
  }
  const noting = (one: SiteRenderer): SiteRenderer => ({
    ...one,
    render: (path, snapshot) => {
      rendered.push(path)
      return one.render(path, snapshot)
    },
  })

  const snapshot = (documents: Documents, today = '2026-11-20'): Snapshot => {
    const list = Object.entries(documents).map(([name, fields]) => {
      const key = name.includes(':') ? name : `articles:${name}`
      const [collection, id] = key.split(':')
      const document = { collection, id, version: versionOf(fields), fields } as unknown as PublicDocument
      versions.set(`${key}@${document.version}`, document)
      return [key, document] as const
    })
    return { documents: new Map(list), today, siteUrl: 'https://site.example' }
  }

  await open()
  return {
    get store() {
      return store
    },
    get engine() {
      return engine
    },
    library,
    downloads,
    rendered,
    snapshot,
    publish: (documents, today) => engine.publish(snapshot(documents, today)),
    rollback: (number, documents) => engine.rollback(number, snapshot(documents)),
    read: async (file) => {
      const there = store.current?.files.get(file) ?? store.current?.retained.get(file)
      return there && (await store.bytes(there)).toString('utf8')
    },
    restart: async (next = templates) => {
      templates = next
      await open()
    },
  }
}
