import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { isMissing } from '../files/read-if-there.ts'
import type { Hold } from './release.ts'
import type { StoreLayout } from './store-layout.ts'
import type { WriteWhole } from './write-whole.ts'

const holdSchema = z.object({
  release: z.int().positive(),
  origin: z.int().positive().optional(),
  since: z.iso.datetime(),
})

/**
 * The hold is of the release that the site shows, whatever the file says: a kill may have come between the two, or the release that
 * the file names cannot be used.
 *
 * @param current the release that the site shows
 * @param log takes a sentence when the file is damaged or names another release: then the site is held where it is, since somebody
 *   wanted it held
 */
export function readHold(
  { hold: file }: StoreLayout,
  current: number | undefined,
  log: (sentence: string) => void,
): Hold | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  const hold = parseHold(text)
  if (current === undefined || hold?.release === current) return hold
  const why = hold
    ? `The site was to be held at release ${hold.release}, but shows another one.`
    : `${file} is damaged.`
  log(`${why} The site is held at release ${current}, which it shows, until it is resumed.`)
  return { release: current, since: hold?.since ?? new Date().toISOString() }
}

function parseHold(text: string): Hold | undefined {
  try {
    return holdSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export function writeHold({ hold: file }: StoreLayout, write: WriteWhole, hold: Hold | undefined): void {
  if (hold) write(file, `${JSON.stringify(hold)}\n`)
  else rmSync(file, { force: true })
}
