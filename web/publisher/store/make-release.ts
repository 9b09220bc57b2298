import { statSync } from 'node:fs'
import { writeNotes } from './notes-packs.ts'
import type { NewRelease, SiteFile } from './release.ts'
import { formatRoot } from './root-file.ts'
import type { Root } from './root-file.ts'
import { writeShardFile } from './shard-files.ts'
import { asShardedMap, differences } from '../../content/sharded-map.ts'
import type { ShardedMap } from '../../content/sharded-map.ts'
import { hashOfShard } from './shard-text.ts'
import type { ShardHashes } from './shard-text.ts'
import { StoreDamaged } from './store-errors.ts'
import { objectFile, rootFile } from './store-layout.ts'
import type { StoreState } from './store-state.ts'
import { isSameFile, isSameRetainedFile, noLists, storedRelease } from './stored-release.ts'
import type { Lists, StoredRelease } from './stored-release.ts'

/** What the store adds to a release. */
type Making = {
  number: number
  liveSince: string
  notes: ReadonlyMap<string, unknown>
  /** 0 for a new release; for one that is there, the number of the amendment. */
  amendment: number
}

/** Where releases are written, and what they may share with. */
type Storing = Pick<StoreState, 'layout' | 'write' | 'current'>

/**
 * Writes a release that shares all that is the same with the current one. The file that names its parts is written
 * last: until then nothing of it counts.
 *
 * @throws StoreDamaged when the bytes of a file that is new in it are not in the store
 */
export function makeRelease(
  { layout, write, current }: Storing,
  { files, retained, documents, ...release }: NewRelease,
  { number, liveSince, notes, amendment }: Making,
): StoredRelease {
  const before: Lists = current?.release ?? noLists()
  const lists = listsOf({ files, retained, documents }, before)
  const changed = differences(before.files, lists.files, isSameFile)
  if (amendment > 0) refuseOtherFiles(changed, before.files)
  refuseLostFiles(layout.objects, changed)
  refuseLostFiles(layout.objects, differences(before.retained, lists.retained, isSameRetainedFile))

  const hashes = writeLists({ layout, write, current }, lists)
  writeNotes(layout, write, { number, amendment, notes })
  const root: Root = {
    ...release,
    number,
    liveSince,
    pins: [...release.pins],
    warnings: [...release.warnings],
    amendments: notes.size > 0 ? amendment : Math.max(amendment - 1, 0),
    ...hashes,
  }
  write(rootFile(layout, number), formatRoot(root))
  return storedRelease(root, lists)
}

/** Writes the parts of the lists of a release to come. Until a release names them they count for nothing. */
export function writeParts(storing: Storing, release: NewRelease): void {
  writeLists(storing, listsOf(release, storing.current?.release ?? noLists()))
}

function listsOf(
  { files, retained, documents }: Pick<NewRelease, 'files' | 'retained' | 'documents'>,
  before: Lists,
): Lists {
  return {
    files: asShardedMap(files, before.files, isSameFile),
    retained: asShardedMap(retained, before.retained, isSameRetainedFile),
    documents: asShardedMap(documents, before.documents),
  }
}

/** Writes the parts that the current release does not have. @returns what the new one names */
function writeLists(
  { layout, write, current }: Storing,
  lists: Lists,
): Pick<Root, 'files' | 'retained' | 'documents'> {
  const writeShards = (map: ShardedMap<unknown>, stored: ShardHashes = []): ShardHashes =>
    map.shards.map((shard, index) => {
      const hash = hashOfShard(shard)
      if (hash !== undefined && hash !== stored[index]) writeShardFile(layout, write, hash, shard)
      return hash
    })
  return {
    files: writeShards(lists.files, current?.root.files),
    retained: writeShards(lists.retained, current?.root.retained),
    documents: writeShards(lists.documents, current?.root.documents),
  }
}

function refuseOtherFiles(
  changed: ReadonlyMap<string, SiteFile | undefined>,
  before: ReadonlyMap<string, SiteFile>,
): void {
  for (const [path, file] of changed)
    if (file?.hash !== before.get(path)?.hash)
      throw new Error(`“${path}” is another file than in the current release, so a new release is needed.`)
}

/** A release is shown only when all of it is there. */
function refuseLostFiles(objectsDirectory: string, changed: ReadonlyMap<string, SiteFile | undefined>): void {
  for (const [path, file] of changed) {
    if (!file) continue
    const object = objectFile(objectsDirectory, file.hash)
    if (statSync(object, { throwIfNoEntry: false })?.size !== file.size)
      throw new StoreDamaged(`The bytes of “${path}” are not in the store (${object}). Publish again.`)
  }
}
