import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { SiteFile } from '../store/release.ts'
import { withChanges } from '../../content/sharded-map.ts'
import { PublishError } from './publish-errors.ts'

/** Puts bytes into the store of objects. */
export type WriteObject = (file: string, bytes: Uint8Array) => SiteFile

/** The files of a release in the making: those of the release before, and what is done to them. */
export class SiteFiles {
  readonly #before: ReadonlyMap<string, SiteFile>
  readonly #changes = new Map<string, SiteFile | undefined>()
  readonly #set = new Set<string>()
  /** Files whose bytes are new. */
  readonly written = new Set<string>()
  readonly removed = new Set<string>()

  constructor(before: ReadonlyMap<string, SiteFile> = new Map()) {
    this.#before = before
  }

  /** All files as they are now. Costs what was done to those of the release before. */
  all(): ReadonlyMap<string, SiteFile> {
    return withChanges(this.#before, this.#changes)
  }

  has(file: string): boolean {
    return this.#changes.has(file) ? this.#changes.get(file) !== undefined : this.#before.has(file)
  }

  /** @throws PublishError when something else of the site is that file */
  set(file: string, stored: SiteFile): void {
    if (this.#set.has(file)) throw new PublishError(`Two things of the site want to be the file “${file}”.`)
    this.#set.add(file)
    this.removed.delete(file)
    const before = this.#before.get(file)
    if (before?.hash !== stored.hash) {
      this.#changes.set(file, stored)
      this.written.add(file)
    } else this.#changes.delete(file)
  }

  /** Says in which release's notes a page is noted; undefined for none. */
  noteIn(file: string, release: number | undefined): void {
    const stored = this.#changes.get(file) ?? this.#before.get(file)
    if (!stored) return
    const notes = release === undefined ? {} : { notes: release }
    this.#changes.set(file, { hash: stored.hash, size: stored.size, ...notes })
  }

  /** Removes a file, unless it was set. */
  remove(file: string): void {
    if (this.#set.has(file) || !this.has(file)) return
    this.#changes.set(file, undefined)
    this.removed.add(file)
  }
}

/** Takes the styles, scripts and fonts of a build of the templates. @returns them by path in the site */
export async function assetsOf(directory: string, write: WriteObject): Promise<Map<string, SiteFile>> {
  const assets = new Map<string, SiteFile>()
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const source = join(entry.parentPath, entry.name)
    const file = relative(directory, source).split(sep).join('/')
    assets.set(file, write(file, await readFile(source)))
  }
  return assets
}
