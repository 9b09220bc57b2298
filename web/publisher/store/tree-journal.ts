import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../files/atomic-file.ts'
import { cannotWrite } from '../files/cannot-write.ts'
import { readIfThere } from '../files/read-if-there.ts'

/** What the publisher has put at a path of the tree. */
export type OwnFile = {
  /** Undefined while it is being put there, and after a kill in between. */
  hash: string | undefined
  size: number
}

/** Says which files of the tree are the publisher's own, so that it deletes no others; it survives a kill. */
export type TreeJournal = {
  readonly files: ReadonlyMap<string, OwnFile>
  /** Takes down that a file is going to be put or was put at a path (undefined: was removed from there). @throws CannotWrite */
  record(path: string, file: OwnFile | undefined): void
}

const lineSchema = z.tuple([z.string(), z.string().nullable(), z.number()]).or(z.tuple([z.string()]))

/** Lines of the file that are outdated; above it, it is written anew. */
const OUTDATED_LINES = 10_000

/**
 * Reads the journal. Lines are only ever added to it, one for each thing that is done, so it costs what changes.
 *
 * @param file beside the tree
 */
export async function openTreeJournal(file: string): Promise<TreeJournal> {
  const lines = ((await readIfThere(file)) ?? '').split('\n')
  const files = new Map<string, OwnFile>()
  for (const line of lines) {
    const [path, hash, size] = parseLine(line) ?? []
    if (path === undefined) continue
    if (size === undefined) files.delete(path)
    else files.set(path, { hash: hash ?? undefined, size })
  }
  // A kill may have left half a line, to which the next one would be added.
  if (lines.at(-1) !== '' || lines.length > files.size + OUTDATED_LINES)
    await writeAtomically(file, [...files].map(([path, own]) => formatLine(path, own)).join(''))
  mkdirSync(dirname(file), { recursive: true })

  return {
    files,
    record(path, own) {
      try {
        appendFileSync(file, formatLine(path, own))
      } catch (error) {
        throw cannotWrite(file, error)
      }
      if (own) files.set(path, own)
      else files.delete(path)
    },
  }
}

function parseLine(line: string): z.output<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    // The last one, which is empty, or one that a kill has cut off.
    return undefined
  }
}

function formatLine(path: string, own: OwnFile | undefined): string {
  return `${JSON.stringify(own ? [path, own.hash ?? null, own.size] : [path])}\n`
}
