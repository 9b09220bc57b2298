import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ReleaseSummary } from '@careword/shared/delivery.ts'
import type { SiteDirectories } from '../directories.ts'
import { cannotWrite } from '../files/cannot-write.ts'
import { isMissing } from '../files/read-if-there.ts'
import { readHold, writeHold } from './hold-file.ts'
import { findLostFiles } from './lost-files.ts'
import { makeRelease, writeParts } from './make-release.ts'
import { mendStore } from './mend-store.ts'
import { discardNotes, readNotes } from './notes-packs.ts'
import { loadShown, numbersOnDisk, parsePointer, readPointerText, writePointer } from './pointer.ts'
import type { Pointer } from './pointer.ts'
import type { ReleaseStore } from './release-store.ts'
import type { Release, SiteFile } from './release.ts'
import { readRoot } from './root-file.ts'
import type { Root } from './root-file.ts'
import { settling } from './settle.ts'
import { shardReader } from './shard-files.ts'
import { NoSuchRelease, StoreDamaged } from './store-errors.ts'
import { objectFile, rootFile, storeLayout } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'
import type { StoreState } from './store-state.ts'
import { loadRelease } from './stored-release.ts'
import type { StoredRelease } from './stored-release.ts'
import { wholeWriter } from './write-whole.ts'
import type { WriteWhole } from './write-whole.ts'

const QUIET_MS = 3000

/** For tests: how things are written, which they let fail, and what they do not wait for. */
export type StoreOptions = { write?: WriteWhole; point?: (to: Pointer) => void; quietMs?: number }

/**
 * Opens the store for the one process that writes: take the publisher's lock before.
 *
 * What a kill has left behind is discarded. A release of which a part is damaged is left out, and when it is the one
 * that the site shows, the newest that is whole takes its place. Files of the current release whose bytes are lost are
 * left out of it, so that they are made again.
 *
 * @param log takes sentences about what is damaged
 * @throws CannotWrite when its folder cannot be written
 */
export async function openReleaseStore(
  directories: SiteDirectories,
  log: (sentence: string) => void,
  options: StoreOptions = {},
): Promise<ReleaseStore> {
  const layout = storeLayout(directories.store)
  const {
    write = wholeWriter(layout.unfinished),
    point = (to: Pointer) => {
      writePointer(layout, to)
    },
  } = options
  try {
    rmSync(layout.unfinished, { recursive: true, force: true })
    mkdirSync(layout.unfinished, { recursive: true })
  } catch (error) {
    throw cannotWrite(directories.store, error)
  }

  const pointer = parsePointer(readPointerText(layout))
  discardRootsAfter(layout, pointer?.newest ?? Infinity)
  const shown = loadShown(layout, pointer, (number) => load(layout, number), log)
  const state: StoreState = {
    directories,
    layout,
    write,
    log,
    roots: readRoots(layout, shown?.root, log),
    current: shown && (await findLostFiles(shown, layout, log)),
    newest: pointer?.newest ?? numbersOnDisk(layout)[0] ?? 0,
    hold: readHold(layout, shown?.root.number, log),
    changes: 0,
  }
  if (shown && shown.root.number !== pointer?.release)
    point({ release: shown.root.number, newest: state.newest })
  discardNotes(
    layout,
    (number, amendment) =>
      number > state.newest || (number === shown?.root.number && amendment > shown.root.amendments),
  )

  return {
    objectsDirectory: layout.objects,
    get current() {
      return state.current?.release
    },
    get newest() {
      return state.newest
    },
    get hold() {
      return state.hold
    },
    // What follows writes a few small files and does not wait for anything: nothing of this process comes between.
    // eslint-disable-next-line @typescript-eslint/require-await -- the contract leaves it open
    async commit(release, notes) {
      state.changes += 1
      const number = state.newest + 1
      const made = makeRelease(state, release, {
        number,
        liveSince: new Date().toISOString(),
        notes,
        amendment: 0,
      })
      point({ release: number, newest: number })
      state.newest = number
      return take(state, made)
    },
    putParts(release) {
      writeParts(state, release)
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async amend(release, notes) {
      state.changes += 1
      if (!state.current) throw new Error('There is no release that could be amended.')
      const { number, liveSince, cause, changed, amendments } = state.current.root
      const amendment = amendments + 1
      const amended = { ...release, cause, changed }
      return take(state, makeRelease(state, amended, { number, liveSince, notes, amendment }))
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async read(number) {
      return kept(state, number).release
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async notes(releases, take) {
      return readNotes(layout, releases, take, log)
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async show(number) {
      state.changes += 1
      const stored = kept(state, number)
      point({ release: number, newest: state.newest })
      state.current = stored
      return stored.release
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async list() {
      return [...state.roots.values()].sort((a, b) => b.number - a.number).map(summaryOf)
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async setHold(hold) {
      state.changes += 1
      writeHold(layout, write, hold)
      state.hold = hold
    },
    async bytes(file) {
      return readObject(layout, file)
    },
    mend: (signal) => mendStore(state, signal),
    settle: settling(state, options.quietMs ?? QUIET_MS),
  }
}

function load(layout: StoreLayout, number: number): StoredRelease {
  return loadRelease(readRoot(layout, number), shardReader(layout))
}

function kept({ roots, current, layout }: StoreState, number: number): StoredRelease {
  if (number === current?.root.number) return current
  const root = roots.get(number)
  if (!root)
    throw new NoSuchRelease(
      number,
      [...roots.keys()].sort((a, b) => b - a),
    )
  return loadRelease(root, shardReader(layout), current)
}

function take(state: StoreState, made: StoredRelease): Release {
  state.current = made
  state.roots.set(made.root.number, made.root)
  return made.release
}

/** A release that was written but never shown was made by a publish that was killed. It will be made again. */
function discardRootsAfter(layout: StoreLayout, newest: number): void {
  for (const number of numbersOnDisk(layout))
    if (number > newest) rmSync(rootFile(layout, number), { force: true })
}

function readRoots(
  layout: StoreLayout,
  shown: Root | undefined,
  log: (sentence: string) => void,
): Map<number, Root> {
  const roots = new Map<number, Root>(shown && [[shown.number, shown]])
  for (const number of numbersOnDisk(layout)) {
    if (roots.has(number)) continue
    try {
      roots.set(number, readRoot(layout, number))
    } catch (error) {
      log((error as Error).message)
    }
  }
  return roots
}

function summaryOf({ number, liveSince, cause, pages, changed }: Root): ReleaseSummary {
  return { number, liveSince, cause, pages, changed }
}

async function readObject(layout: StoreLayout, { hash }: Pick<SiteFile, 'hash'>): Promise<Buffer> {
  const file = objectFile(layout.objects, hash)
  try {
    const bytes = await readFile(file)
    if (createHash('sha256').update(bytes).digest('hex') === hash) return bytes
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new StoreDamaged(`The store has lost ${file}. Publish all pages again.`, { cause: error })
  }
  throw new StoreDamaged(
    `${file} is damaged: its bytes are not those that were written. Publish all pages again.`,
  )
}
