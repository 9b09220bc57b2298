import type { Release, RetainedFile, SiteFile } from './release.ts'
import type { Root } from './root-file.ts'
import { withKnown } from './shard-files.ts'
import type { ShardReader } from './shard-files.ts'
import { ShardedMap } from '../../content/sharded-map.ts'
import type { ShardHashes } from './shard-text.ts'

/** The lists of a release, in the parts that they are stored in. */
export type Lists = {
  files: ShardedMap<SiteFile>
  retained: ShardedMap<RetainedFile>
  documents: ShardedMap<string>
}

/** A release and what is stored of it. */
export type StoredRelease = { root: Root; release: Release & Lists }

/** What comes before the first release. */
export function noLists(): Lists {
  return { files: new ShardedMap(), retained: new ShardedMap(), documents: new ShardedMap() }
}

/**
 * Reads the lists of a release.
 *
 * @param known another one, of which the same parts are taken
 * @throws StoreDamaged when a part is damaged
 */
export function loadRelease(root: Root, reader: ShardReader, known?: StoredRelease): StoredRelease {
  const read = known
    ? withKnown(reader, {
        files: known.release.files.shards,
        retained: known.release.retained.shards,
        documents: known.release.documents.shards,
      })
    : reader
  return storedRelease(root, {
    files: mapOf(root.files, read.files),
    retained: mapOf(root.retained, read.retained),
    documents: mapOf(root.documents, read.documents),
  })
}

function mapOf<Value>(
  hashes: ShardHashes,
  read: (hash: string) => ReadonlyMap<string, Value>,
): ShardedMap<Value> {
  const nothing = new Map<string, Value>()
  return new ShardedMap(hashes.map((hash) => (hash === undefined ? nothing : read(hash))))
}

export function storedRelease(root: Root, lists: Lists): StoredRelease {
  const { number, liveSince, cause, changed, pages, build, today, siteUrl, pins, warnings } = root
  return {
    root,
    release: { number, liveSince, cause, changed, pages, build, today, siteUrl, ...lists, pins, warnings },
  }
}

export function isSameFile(a: SiteFile, b: SiteFile): boolean {
  return a === b || (a.hash === b.hash && a.size === b.size && a.notes === b.notes)
}

export function isSameRetainedFile(a: RetainedFile, b: RetainedFile): boolean {
  return a === b || (isSameFile(a, b) && a.leftIn === b.leftIn && a.leftAt === b.leftAt)
}
