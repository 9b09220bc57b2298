import { readFileSync } from 'node:fs'
import type { SiteDirectories } from '../directories.ts'
import { headerRules, parseHeaders } from '../site/headers-file.ts'
import type { HeaderRule } from '../site/headers-file.ts'
import { parseRedirects } from '../site/redirects-file.ts'
import type { RedirectRule } from '../site/redirects-file.ts'
import { loadShown, parsePointer, readPointerText } from './pointer.ts'
import type { SiteFile } from './release.ts'
import { readRoot } from './root-file.ts'
import type { Root } from './root-file.ts'
import { shardReader } from './shard-files.ts'
import { shardOf } from '../../content/sharded-map.ts'
import type { Shard } from '../../content/sharded-map.ts'
import type { ShardHashes } from './shard-text.ts'
import { objectFile, storeLayout } from './store-layout.ts'

/** A file that the site shows. */
export type ServedFile = {
  file: SiteFile
  /** Whether it is here only for pages that visitors have open. */
  retained: boolean
}

/** One release, for an answer that is all of one piece. */
export type ServedRelease = {
  readonly number: number
  /** What it says to its host in `_headers` and `_redirects`. */
  readonly headers: readonly HeaderRule[]
  readonly redirects: readonly RedirectRule[]
  /**
   * @param path in the site, such as `articles/a/index.html`
   * @throws StoreDamaged when the part of the list that would name it is
   */
  find(path: string): ServedFile | undefined
}

/** The site as its server reads it; it may lie in another process than the one that publishes. */
export type ServedSite = {
  readonly objectsDirectory: string
  /** What the site shows at this moment; undefined when nothing was ever published. Takes some microseconds. */
  release(): ServedRelease | undefined
  /** Reads again what the site shows, after something of it was found missing. */
  refresh(): ServedRelease | undefined
}

/**
 * Opens the site for reading.
 *
 * @param log takes sentences about what is damaged
 */
export function openServedSite(
  { store }: Pick<SiteDirectories, 'store'>,
  log: (sentence: string) => void,
): ServedSite {
  const layout = storeLayout(store)
  const { objects: objectsDirectory } = layout
  const reader = shardReader(layout)
  const files = shardCache(reader.files)
  const retained = shardCache(reader.retained)
  let shown: { pointer: string; release: ServedRelease | undefined } | undefined

  const open = (root: Root): ServedRelease => {
    files.keepOnly(root.files)
    retained.keepOnly(root.retained)
    const find: ServedRelease['find'] = (path) => {
      const index = shardOf(path)
      const file = files.get(root.files[index])?.get(path)
      if (file) return { file, retained: false }
      const left = retained.get(root.retained[index])?.get(path)
      return left && { file: left, retained: true }
    }
    const rules = (path: string) => {
      const found = find(path)
      try {
        return found && readFileSync(objectFile(objectsDirectory, found.file.hash), 'utf8')
      } catch (error) {
        // To show an older release instead could bring back what was withdrawn.
        log(`The rules of “${path}” are not followed: ${(error as Error).message}`)
        return undefined
      }
    }
    const headers = rules('_headers')
    return {
      number: root.number,
      headers: headers === undefined ? headerRules(undefined) : parseHeaders(headers),
      redirects: parseRedirects(rules('_redirects') ?? ''),
      find,
    }
  }

  const release = () => {
    const pointer = readPointerText(layout)
    if (pointer === undefined) return undefined
    if (shown?.pointer !== pointer) {
      const load = (number: number) => open(readRoot(layout, number))
      shown = { pointer, release: loadShown(layout, parsePointer(pointer), load, log) }
    }
    return shown.release
  }

  return {
    objectsDirectory,
    release,
    refresh() {
      shown = undefined
      return release()
    },
  }
}

/** Keeps the parts that were read, as long as a release names them. */
function shardCache<Value>(read: (hash: string) => Shard<Value>) {
  const known = new Map<string, Shard<Value>>()
  return {
    get(hash: string | undefined): Shard<Value> | undefined {
      if (hash === undefined) return undefined
      const shard = known.get(hash) ?? read(hash)
      known.set(hash, shard)
      return shard
    },
    keepOnly(hashes: ShardHashes): void {
      const wanted = new Set(hashes)
      for (const hash of known.keys()) if (!wanted.has(hash)) known.delete(hash)
    },
  }
}
