import type { NewRelease, SiteFile } from '../store/release.ts'
import { writeObject } from '../store/write-object.ts'

/** A release without files, as good as any. */
export const emptyRelease: NewRelease = {
  cause: 'publish',
  changed: 0,
  pages: 0,
  build: 'build-1',
  today: '2026-11-25',
  siteUrl: 'https://clinic.example',
  files: new Map(),
  retained: new Map(),
  documents: new Map(),
  pins: [],
  warnings: [],
}

/**
 * A release of these files, whose bytes are put into the store. Pages are those that end in `.html`.
 *
 * @param number the one that it is going to have
 * @param before what it has besides
 */
export function madeRelease(
  objectsDirectory: string,
  number: number,
  content: Readonly<Record<string, string>>,
  before: NewRelease = emptyRelease,
): NewRelease {
  const files = new Map<string, SiteFile>(before.files)
  for (const [path, text] of Object.entries(content)) {
    const file = writeObject(objectsDirectory, path, Buffer.from(text))
    files.set(path, path.endsWith('.html') ? { ...file, notes: number } : file)
  }
  const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length
  return { ...before, files, pages, changed: Object.keys(content).length }
}

/** Many pages of about 200 bytes, too small to be compressed, each of which says which release it is of. */
export function pagesOf(number: number, pages: number): Record<string, string> {
  const words = 'Breathe in, hold it for a moment, and breathe out slowly. '.repeat(2)
  return Object.fromEntries(
    Array.from({ length: pages }, (_, index) => [
      `articles/how-to-${index}/index.html`,
      `<h1>Article ${index}</h1><p>release ${number}</p><p>${words}</p>`,
    ]),
  )
}

/** Takes a note as it was written, for `ReleaseStore.notes`. */
export function asWritten(note: unknown): unknown {
  return note
}
