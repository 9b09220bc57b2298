import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from './pointer.ts'
import { numberOf, padded } from './store-layout.ts'
import type { StoreLayout } from './store-layout.ts'
import type { WriteWhole } from './write-whole.ts'

/**
 * Writes the notes that come with a release.
 *
 * @param amendment 0 for the release itself. An amendment gets a file of its own, which counts only when the release
 *   says that it has it: killed in between, the release keeps the notes that it had
 */
export function writeNotes(
  { notes: directory }: StoreLayout,
  write: WriteWhole,
  pack: { number: number; amendment: number; notes: ReadonlyMap<string, unknown> },
): void {
  const file = join(directory, packName(pack.number, pack.amendment))
  if (pack.notes.size > 0) write(file, textOf(pack.notes))
  // Left over from a release of this number that never came to be.
  else rmSync(file, { force: true })
}

/** JSON, a page a line: of 10,000 articles it is 30 MB long. */
function* textOf(notes: ReadonlyMap<string, unknown>): Iterable<string> {
  let before = '{'
  for (const [path, note] of notes) {
    yield `${before}${JSON.stringify(path)}:${JSON.stringify(note)}`
    before = ',\n'
  }
  yield '}'
}

/**
 * Makes of a note what is to be kept of it; undefined when nothing is. The notes of all pages are in memory one after the
 * other.
 */
export type TakeNote<Note> = (written: unknown, path: string) => Note | undefined

/** What was taken of the notes of a release, by path. */
export type TakenNotes<Note> = Record<string, Note | undefined>

/**
 * @param wanted numbers of releases
 * @param log takes a sentence about a pack that cannot be read
 * @returns by the number of the release, what was kept by path; what is lost is absent
 */
export function readNotes<Note>(
  { notes: directory }: StoreLayout,
  wanted: Iterable<number>,
  take: TakeNote<Note>,
  log: (sentence: string) => void,
): Map<number, TakenNotes<Note>> {
  const names = namesByNumber(directory)
  const found = new Map<number, TakenNotes<Note>>()
  for (const number of new Set(wanted)) {
    const packs = (names.get(number) ?? []).sort((a, b) => amendmentOf(a) - amendmentOf(b))
    const read = packs
      .map((name) => readPack(join(directory, name), take, log))
      .filter((pack) => pack !== undefined)
    // A later pack knows better, also of a page of which nothing is kept.
    if (read.length > 0) found.set(number, Object.assign({}, ...read) as TakenNotes<Note>)
  }
  return found
}

/** Removes the packs that no release can name: of those that never came to be, and of an amendment that did not. */
export function discardNotes(
  { notes: directory }: StoreLayout,
  isLeftOver: (number: number, amendment: number) => boolean,
): void {
  for (const name of namesIn(directory)) {
    const number = numberOf(name)
    if (number !== undefined && isLeftOver(number, amendmentOf(name)))
      rmSync(join(directory, name), { force: true })
  }
}

function namesByNumber(directory: string): Map<number, string[]> {
  const names = new Map<number, string[]>()
  for (const name of namesIn(directory)) {
    const number = numberOf(name)
    if (number !== undefined) names.set(number, [...(names.get(number) ?? []), name])
  }
  return names
}

function packName(number: number, amendment: number): string {
  return amendment === 0 ? `${padded(number)}.json` : `${padded(number)}.${amendment}.json`
}

function amendmentOf(name: string): number {
  return Number(/\.(\d+)\.json$/.exec(name)?.[1] ?? 0)
}

function readPack<Note>(
  file: string,
  take: TakeNote<Note>,
  log: (sentence: string) => void,
): TakenNotes<Note> | undefined {
  try {
    const notes: TakenNotes<Note> = {}
    for (const line of linesOf(readFileSync(file)))
      for (const [path, written] of Object.entries(line)) notes[path] = take(written, path)
    return notes
  } catch {
    log(`${file} is damaged. The pages that it tells of are rendered again.`)
    return undefined
  }
}

const NEWLINE = 10

/** The lines that `textOf` wrote, one at a time. @throws Error when the text does not end as it should */
function* linesOf(text: Buffer): Iterable<Record<string, unknown>> {
  let start = 0
  while (start < text.length) {
    const found = text.indexOf(NEWLINE, start)
    const end = found < 0 ? text.length : found
    const line = text.toString('utf8', start, end)
    const isLast = end === text.length
    if (!line.endsWith(isLast ? '}' : ',')) throw new Error('A part of the file is missing.')
    yield JSON.parse(`{${line.slice(start === 0 ? 1 : 0, -1)}}`) as Record<string, unknown>
    start = end + 1
  }
}
