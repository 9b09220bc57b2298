import { siteDirectories } from '../web/publisher/directories.ts'
import { parsePointer, readPointerText } from '../web/publisher/store/pointer.ts'
import type { Release } from '../web/publisher/store/release.ts'
import { readRoot } from '../web/publisher/store/root-file.ts'
import { shardReader } from '../web/publisher/store/shard-files.ts'
import { storeLayout } from '../web/publisher/store/store-layout.ts'
import { loadRelease } from '../web/publisher/store/stored-release.ts'

/** The release that a site shows, read from disk while its publisher works. @throws when there is none */
export function releaseShown(siteDirectory: string): Release {
  const layout = storeLayout(siteDirectories({ SITE_DIR: siteDirectory }).store)
  const pointer = parsePointer(readPointerText(layout))
  if (!pointer) throw new Error(`${siteDirectory} shows no release yet.`)
  return loadRelease(readRoot(layout, pointer.release), shardReader(layout)).release
}

/**
 * How a release differs from what is published: a line for each document that is not shown as it is published and has
 * no pin, and for each that is shown and not published.
 *
 * @param published versions by `collection:id`
 */
export function differencesFrom(
  published: ReadonlyMap<string, string>,
  { documents, pins }: Release,
): string[] {
  const pinned = new Map(pins.map(({ key, version }) => [key, version]))
  const missing = [...published].filter(
    ([key, version]) => documents.get(key) !== version && pinned.get(key) !== version,
  )
  return [
    ...missing.map(
      ([key, version]) => `${key} is published as ${version}, shown is ${documents.get(key) ?? 'none'}`,
    ),
    ...[...documents.keys()].filter((key) => !published.has(key)).map((key) => `${key} is not published`),
  ]
}
