import { constants } from 'node:fs'
import { copyFile, mkdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SiteDirectories } from '../directories.ts'
import { cannotWrite } from '../files/cannot-write.ts'
import { isMissing } from '../files/read-if-there.ts'
import type { Release, SiteFile } from './release.ts'
import { differences } from '../../content/sharded-map.ts'
import { objectFile } from './store-layout.ts'
import { openTreeJournal } from './tree-journal.ts'
import type { TreeJournal } from './tree-journal.ts'

/** The site as a plain folder of files, for hosts that serve one. */
export type PlainTree = {
  /**
   * Brings the folder to a release, file by file, each by one rename: a reader gets a whole old file or a whole new
   * one. What a new page needs is there before the page, and a page before the lists that name it; deletions come last.
   * Files that the publisher did not write stay.
   *
   * @throws CannotWrite
   * @param signal stops it after the file at hand; the next call goes on, also after a kill
   */
  bringTo(release: Release, signal: AbortSignal | undefined): Promise<void>
  /** Puts files back that somebody has removed or changed in size. To look at every file takes as long as to publish many. */
  mend(release: Release, signal: AbortSignal | undefined): Promise<void>
}

/** @param log takes a sentence about a file that cannot be put there since its bytes are lost */
export function plainTree(
  directories: Pick<SiteDirectories, 'site' | 'staging' | 'tree'>,
  objectsDirectory: string,
  log: (sentence: string) => void,
): PlainTree {
  const { site, staging } = directories
  const unfinished = join(staging, 'next')
  let journal: TreeJournal | undefined
  /** What the folder holds, as long as that is known. */
  let brought: Release | undefined

  const put = async (to: TreeJournal, path: string, { hash, size }: SiteFile): Promise<void> => {
    const target = join(site, path)
    // Taken down first: after a kill in between, the file that lies there is known for the publisher's own.
    to.record(path, { hash: undefined, size })
    try {
      await copyFile(objectFile(objectsDirectory, hash), unfinished, constants.COPYFILE_FICLONE)
    } catch (error) {
      if (!isMissing(error)) throw cannotWrite(unfinished, error)
      log(`“${path}” is not brought to ${site}: the store has lost its bytes. Publish all pages again.`)
      return
    }
    try {
      await mkdir(dirname(target), { recursive: true })
      await rename(unfinished, target)
    } catch (error) {
      throw cannotWrite(target, error)
    }
    to.record(path, { hash, size })
  }

  /** @returns whether it came to its end */
  const bring = async (
    to: TreeJournal,
    release: Release,
    paths: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<boolean> => {
    const wanted = (path: string) => release.files.get(path) ?? release.retained.get(path)
    const waiting = [...paths].flatMap((path) => {
      const [file, own] = [wanted(path), to.files.get(path)]
      return file && own?.hash !== file.hash
        ? { path, file, turn: turnOf(path, file, own === undefined) }
        : []
    })
    if (waiting.length > 0) {
      await rm(staging, { recursive: true, force: true })
      await mkdir(staging, { recursive: true })
    }
    for (const { path, file } of waiting.sort((a, b) => a.turn - b.turn)) {
      if (signal?.aborted) return false
      await put(to, path, file)
    }
    for (const path of paths) {
      if (!to.files.has(path) || wanted(path)) continue
      if (signal?.aborted) return false
      await remove(site, path)
      to.record(path, undefined)
    }
    await rm(staging, { recursive: true, force: true })
    return true
  }

  const damagedIn = async ({ files }: TreeJournal, signal: AbortSignal | undefined): Promise<Set<string>> => {
    const damaged = new Set<string>()
    for (const [path, { size }] of files) {
      if (signal?.aborted) break
      if ((await sizeOf(join(site, path))) !== size) damaged.add(path)
    }
    return damaged
  }

  return {
    async bringTo(release, signal) {
      journal ??= await openTreeJournal(directories.tree)
      const paths = brought ? pathsThatDiffer(brought, release) : allPaths(release, journal)
      if (brought !== undefined && paths.size === 0) return
      // Cut short it is nothing that a later release could be compared with.
      brought = undefined
      if (await bring(journal, release, paths, signal)) brought = release
    },
    async mend(release, signal) {
      if (!journal || brought !== release) return
      const damaged = await damagedIn(journal, signal)
      if (signal?.aborted) return
      for (const path of damaged) journal.record(path, { hash: undefined, size: 0 })
      await bring(journal, release, damaged, signal)
    },
  }
}

const pathsOf = ({ files, retained }: Release) => [...files.keys(), ...retained.keys()]

function allPaths(release: Release, { files }: TreeJournal): Set<string> {
  return new Set([...pathsOf(release), ...files.keys()])
}

function pathsThatDiffer(before: Release, after: Release): Set<string> {
  return new Set([
    ...differences(before.files, after.files, isSameBytes).keys(),
    ...differences(before.retained, after.retained, isSameBytes).keys(),
  ])
}

function isSameBytes(a: SiteFile, b: SiteFile): boolean {
  return a.hash === b.hash
}

function turnOf(path: string, { notes }: SiteFile, isNew: boolean): number {
  if (path === '_headers' || path === '_redirects') return 3
  const isDocument = path.endsWith('.html')
  if (!isDocument && notes === undefined) return 0
  // A new list that is no page, such as a feed, must not come before the pages that it names.
  return isNew && isDocument ? 1 : 2
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const stats = await stat(file)
    return stats.isFile() ? stats.size : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function remove(site: string, path: string): Promise<void> {
  await rm(join(site, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
    if (!(await removeIfEmpty(join(site, folder)))) return
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    throw error
  }
}
