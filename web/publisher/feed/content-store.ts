import { readdirSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { z } from 'zod'
import { withChanges } from '../../content/sharded-map.ts'
import { isReadBy, splitDocument, storedDocument } from '../../content/stored-document.ts'
import { count } from '../count.ts'
import { writeAtomically } from '../files/atomic-file.ts'
import { readIfThere } from '../files/read-if-there.ts'
import { takeTurns } from '../turns.ts'
import {
  fileNameOf,
  readHead,
  removeDocument,
  removeUnfinished,
  versionName,
  writeDocument,
} from './document-files.ts'
import { createLargeFields, textHeld } from './large-fields.ts'
import { openPublishedList } from './published-list.ts'

/** What a pull or a comparison found: the documents as they are now, what is gone, and where the next pull starts. */
export type ContentChange = {
  documents: readonly PublicDocument[]
  gone: readonly DocumentKey[]
  cursor: string
}

/**
 * The published documents as last pulled. Their large fields stay on disk until somebody reads them. All of it can be
 * lost: the feed gives it again.
 */
export type ContentStore = {
  /** By `keyOf`. Each `apply` puts another map in its place; the map itself never changes. */
  readonly documents: ReadonlyMap<string, PublicDocument>
  /** Where the next pull starts; undefined before the first one. */
  readonly cursor: string | undefined
  /** Keys of published documents whose files turned out to be damaged: they have to be asked for again. */
  readonly damaged: ReadonlySet<string>
  /**
   * Puts documents on disk before they are published, or before it is certain that they will be, and gives them back as light as
   * those in `documents`.
   */
  keep(documents: readonly PublicDocument[]): Promise<PublicDocument[]>
  /**
   * Takes a change over. Applying one twice, or an older one whose documents did not change since, does no harm.
   *
   * @returns how many documents are new or different, and how many are gone that were there
   */
  apply(change: ContentChange): Promise<{ changed: number; gone: number }>
  /**
   * A version of a document that is kept, be it still published or not.
   *
   * @param key as `keyOf` gives it
   * @returns undefined when it is not kept
   */
  version(key: string, version: string): PublicDocument | undefined
  /**
   * Forgets the versions that are neither published nor to be kept, in small pieces. What is pulled meanwhile stays.
   *
   * @param keep entries `key@version`
   */
  keepOnly(keep: ReadonlySet<string>): Promise<void>
}

/** Raise it when the files are laid out differently; the store then starts afresh. */
const FORMAT = 2

const stateSchema = z.object({ format: z.literal(FORMAT), cursor: z.string() })

/**
 * Opens the store in a folder of its own.
 *
 * Documents are written before the list of those that are published, and that before the cursor: after a kill at any
 * point the next pull brings what is missing.
 *
 * @param notice takes a sentence about what was on disk but could not be used
 */
export async function openContentStore(
  directory: string,
  notice: (sentence: string) => void,
): Promise<ContentStore> {
  const stateFile = join(directory, 'state.json')
  const documentsDirectory = documentsDirectoryIn(directory)
  let cursor = await readCursor(stateFile, async () => {
    notice('What was kept of the content is of another version or broken. It is pulled again from the CMS.')
    await rm(directory, { recursive: true, force: true })
  })
  await mkdir(documentsDirectory, { recursive: true })
  await removeUnfinished(documentsDirectory)
  const published = await openPublishedList(join(directory, 'published.jsonl'))

  let documents: ReadonlyMap<string, PublicDocument> = new Map()
  const damaged = new Set<string>()
  // Those that were written and are not published yet, by the name of their file. They are not to be forgotten.
  const fresh = new Map<string, PublicDocument>()
  const lost = (document: PublicDocument) => {
    removeDocument(documentsDirectory, document)
    fresh.delete(nameOf(document))
    if (documents.get(keyOf(document))?.version === document.version) damaged.add(keyOf(document))
  }
  const read = createLargeFields(documentsDirectory, lost, () => textHeld(documents.size))

  const kept = (key: string, version: string): PublicDocument | undefined => {
    const head = readHead(documentsDirectory, { ...partsOf(key), version })
    return head && storedDocument(head, read)
  }

  let { broken } = published
  const readable = new Map<string, PublicDocument>()
  const turn = takeTurns()
  for (const [key, version] of published.versions) {
    const document = kept(key, version)
    if (document) readable.set(key, document)
    else {
      broken += 1
      removeDocument(documentsDirectory, { ...partsOf(key), version })
    }
    await turn()
  }
  documents = withChanges(documents, readable)
  if (broken > 0)
    notice(`${count(broken, 'file')} of the kept content could not be read. What was there is pulled again.`)

  const isPublished = (document: PublicDocument) =>
    documents.get(keyOf(document))?.version === document.version && !damaged.has(keyOf(document))

  const keep = async (given: readonly PublicDocument[]) => {
    const turn = takeTurns()
    const light: PublicDocument[] = []
    for (const document of given) {
      const known = isPublished(document) ? documents.get(keyOf(document)) : undefined
      light.push(
        known ?? (isReadBy(document, read) ? document : (fresh.get(nameOf(document)) ?? write(document))),
      )
      await turn()
    }
    return light
  }
  let isForgetting = false
  const write = (document: PublicDocument) => {
    const { head, large } = splitDocument(document)
    writeDocument(documentsDirectory, head, large)
    const light = storedDocument(head, read)
    fresh.set(nameOf(document), light)
    return light
  }

  return {
    get documents() {
      return documents
    },
    damaged,
    get cursor() {
      return cursor
    },
    keep,
    async apply(change) {
      const changed = await keep(change.documents.filter((document) => !isPublished(document)))
      const gone = change.gone.map(keyOf).filter((key) => documents.has(key))
      published.append([
        ...changed.map((document): [string, string] => [keyOf(document), document.version]),
        ...gone.map((key): [string] => [key]),
      ])
      if (cursor !== change.cursor)
        await writeAtomically(stateFile, JSON.stringify({ format: FORMAT, cursor: change.cursor }))
      const changes = new Map<string, PublicDocument | undefined>(
        changed.map((document) => [keyOf(document), document]),
      )
      for (const key of gone) changes.set(key, undefined)
      for (const key of changes.keys()) damaged.delete(key)
      documents = withChanges(documents, changes)
      cursor = change.cursor
      if (!isForgetting) fresh.clear()
      return { changed: changed.length, gone: gone.length }
    },
    version: (key, version) => {
      const document = documents.get(key)
      return document?.version === version ? document : kept(key, version)
    },
    async keepOnly(wanted) {
      const files = new Set([...wanted].map(fileNameOf))
      for (const document of documents.values()) files.add(nameOf(document))
      const turn = takeTurns()
      isForgetting = true
      for (const name of readdirSync(documentsDirectory)) {
        if (!files.has(name) && !fresh.has(name)) rmSync(join(documentsDirectory, name), { force: true })
        await turn()
      }
      isForgetting = false
    },
  }
}

/** The folder of the documents in the folder of a store, for those who read large fields in other threads. */
export function documentsDirectoryIn(directory: string): string {
  return join(directory, 'documents')
}

function nameOf(document: PublicDocument): string {
  return fileNameOf(versionName(keyOf(document), document.version))
}

function partsOf(key: string): { collection: string; id: string } {
  const end = key.indexOf(':')
  return { collection: key.slice(0, end), id: key.slice(end + 1) }
}

async function readCursor(file: string, discard: () => Promise<void>): Promise<string | undefined> {
  const text = await readIfThere(file)
  if (text === undefined) return undefined
  try {
    return stateSchema.parse(JSON.parse(text)).cursor
  } catch {
    await discard()
    return undefined
  }
}
