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
 * @param current the release that the site shows
 * @param log takes a sentence when the file is damaged: then the site is held where it is, since somebody wanted it held
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
  try {
    return holdSchema.parse(JSON.parse(text))
  } catch {
    if (current === undefined) return undefined
    log(`${file} is damaged. The site is held at release ${current} until it is resumed.`)
    return { release: current, since: new Date().toISOString() }
  }
}

export function writeHold({ hold: file }: StoreLayout, write: WriteWhole, hold: Hold | undefined): void {
  if (hold) write(file, `${JSON.stringify(hold)}\n`)
  else rmSync(file, { force: true })
}
