import { readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from '../files/read-if-there.ts'
import { numberOf } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'

/** Which release the site shows, and the newest that there was when that was written: after a rollback they differ. */
export type Pointer = { release: number; newest: number }

/**
 * The pointer is a symbolic link that leads nowhere: its text is all that there is to it, so it can be read in one
 * step and without a look at whether it changed. (To put a file in the place of another one makes the file system write
 * the new one out first, which takes up to some milliseconds; a link has nothing to write.)
 *
 * @returns undefined when there is none, since nothing was ever published
 */
export function readPointerText({ pointer }: StoreLayout): string | undefined {
  try {
    return readlinkSync(pointer)
  } catch (error) {
    if (isMissing(error)) return undefined
    // It is no link: somebody has copied the store with a tool that does not know them.
    if ((error as NodeJS.ErrnoException).code === 'EINVAL') return ''
    throw error
  }
}

/** @returns undefined when it cannot be used; then what there is decides which release is shown */
export function parsePointer(text: string | undefined): Pointer | undefined {
  const [, release = '', newest = ''] = /^([1-9]\d*)-of-([1-9]\d*)$/.exec(text ?? '') ?? []
  return release === '' ? undefined : { release: Number(release), newest: Number(newest) }
}

/** Shows a release: one rename. */
export function writePointer({ pointer, unfinished }: StoreLayout, { release, newest }: Pointer): void {
  const next = join(unfinished, 'pointer')
  rmSync(next, { force: true })
  symlinkSync(`${release}-of-${newest}`, next)
  renameSync(next, pointer)
}

/** The numbers of the releases of which there is a file, newest first. */
export function numbersOnDisk({ roots }: StoreLayout): number[] {
  return namesIn(roots)
    .flatMap((name) => numberOf(name) ?? [])
    .sort((a, b) => b - a)
}

/** @returns the names of what is in a folder; none when there is no such folder */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/**
 * The release to show: the one that the pointer names or, when that is damaged, the newest that can be used.
 *
 * @param load throws when a release is damaged
 * @returns undefined when there is none that can be used
 */
export function loadShown<Loaded>(
  layout: StoreLayout,
  pointer: Pointer | undefined,
  load: (number: number) => Loaded,
  log: (sentence: string) => void,
): Loaded | undefined {
  const others = numbersOnDisk(layout).filter(
    (number) => number !== pointer?.release && number <= (pointer?.newest ?? Infinity),
  )
  const candidates = pointer ? [pointer.release, ...others] : others
  if (!pointer && candidates.length > 0)
    log(`Which release the site shows is not known: ${layout.pointer} is missing or damaged.`)
  for (const number of candidates) {
    try {
      const loaded = load(number)
      if (number !== pointer?.release)
        log(`The site shows release ${number} instead, the newest that is whole.`)
      return loaded
    } catch (error) {
      log((error as Error).message)
    }
  }
  return undefined
}
