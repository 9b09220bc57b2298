import { join } from 'node:path'

/** Where things lie in the folder of the store. */
export type StoreLayout = {
  /** Files by hash. */
  objects: string
  /** Parts of the lists of releases, by hash. */
  shards: string
  /** A file for each release, which names its parts. */
  roots: string
  /** What is to be known of the pages that were rendered for a release. */
  notes: string
  /** A symbolic link whose text says which release the site shows. */
  pointer: string
  hold: string
  /** The hashes of the files that are compressed at the best level. */
  compressed: string
  /** Holds what is being written. What is left over in it is the trace of a kill. */
  unfinished: string
}

export function storeLayout(directory: string): StoreLayout {
  const objects = join(directory, 'objects')
  return {
    objects,
    shards: join(directory, 'trees'),
    roots: join(directory, 'releases'),
    notes: join(directory, 'notes'),
    pointer: join(directory, 'current'),
    hold: join(directory, 'hold.json'),
    compressed: join(directory, 'compressed.txt'),
    unfinished: unfinishedDirectoryOf(objects),
  }
}

/** Where objects wait until they are whole. */
export function unfinishedDirectoryOf(objectsDirectory: string): string {
  return join(objectsDirectory, 'unfinished')
}

/** The file of an object. */
export function objectFile(objectsDirectory: string, hash: string): string {
  return join(objectsDirectory, hash.slice(0, 2), hash)
}

/** The file of a part of a list. */
export function shardFile({ shards }: StoreLayout, hash: string): string {
  return join(shards, hash.slice(0, 2), `${hash}.json`)
}

/** The file of a release. */
export function rootFile({ roots }: StoreLayout, number: number): string {
  return join(roots, `${padded(number)}.json`)
}

/** @returns the number that a file's name starts with; undefined for what is no file of a release */
export function numberOf(name: string): number | undefined {
  return /^\d{8,}(?:\.\d+)?\.json$/.test(name) ? Number.parseInt(name, 10) : undefined
}

/** Sorted by name, releases are sorted by number. */
export function padded(number: number): string {
  return String(number).padStart(8, '0')
}
