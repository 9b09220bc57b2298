import { appendFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-file.ts'
import { cannotWrite } from '../files/cannot-write.ts'
import { readIfThere } from '../files/read-if-there.ts'

/** An entry: a key and the version that is published; none when it is published no more. */
type Entry = [key: string, version?: string]

const entrySchema = z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string()])])

/** Which version of which document is published, on disk. */
export type PublishedList = {
  /** Versions by key, as they were when the list was opened. */
  readonly versions: ReadonlyMap<string, string>
  /** How many lines of the file said nothing. */
  readonly broken: number
  /**
   * Takes changes down. It costs what changed, and does not wait: a turn of the event loop would cost more than the lines.
   *
   * @throws CannotWrite
   */
  append(entries: readonly Entry[]): void
}

/** A list with more lines than this, and more than twice as many as it needs, is written afresh when it is opened. */
const LINES_TO_BEAR = 1000

/**
 * Opens the list: a file to which lines are added, of which the last one of a key counts.
 *
 * Each line begins with its line break, so a line that a kill cut short is one that says nothing, and so does not
 * spoil the next one.
 */
export async function openPublishedList(file: string): Promise<PublishedList> {
  const lines = ((await readIfThere(file)) ?? '').split('\n').filter((line) => line !== '')
  const versions = new Map<string, string>()
  let broken = 0
  for (const line of lines) {
    const entry = parse(line)
    if (!entry) broken += 1
    else if (entry[1] === undefined) versions.delete(entry[0])
    else versions.set(entry[0], entry[1])
  }
  if (broken > 0 || lines.length > Math.max(LINES_TO_BEAR, 2 * versions.size))
    await writeAtomically(file, textOf([...versions]))
  return {
    versions,
    broken,
    append: (entries) => {
      if (entries.length === 0) return
      try {
        appendFileSync(file, textOf(entries))
      } catch (error) {
        throw cannotWrite(file, error)
      }
    },
  }
}

function textOf(entries: readonly Entry[]): string {
  return entries.map((entry) => `\n${JSON.stringify(entry)}`).join('')
}

function parse(line: string): Entry | undefined {
  try {
    const [key, version] = entrySchema.parse(JSON.parse(line))
    return version === undefined ? [key] : [key, version]
  } catch {
    return undefined
  }
}
