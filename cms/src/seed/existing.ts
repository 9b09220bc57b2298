import type { Payload, Where } from 'payload'
import { idFor, nameOf } from './identifiers.ts'
import { fileNameOf } from './pictures.ts'
import type { StarterPicture } from './pictures.ts'
import type { StarterDocument, TextCollection } from './starter-document.ts'

/** Ids of documents by their names (see `nameOf`). */
export type Ids = ReadonlyMap<string, string>

/**
 * Which starter documents are there already: those with the same id, whatever became of their slug, and those that somebody
 * else made with the same slug; in the trash too.
 */
export async function existingDocuments(
  payload: Payload,
  documents: readonly StarterDocument[],
): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const collection of new Set(documents.map((document) => document.collection))) {
    const starters = documents.filter((document) => document.collection === collection)
    const rows = await rowsOf(payload, collection, starters)
    for (const starter of starters) {
      const row =
        rows.find(({ id }) => id === idFor(nameOf(starter))) ?? rows.find(({ slug }) => slug === starter.slug)
      if (row) ids.set(nameOf(starter), row.id)
    }
  }
  return ids
}

/** Which starter pictures are there already, by id or by the name of the file. */
export async function existingPictures(payload: Payload, pictures: readonly StarterPicture[]): Promise<Ids> {
  const { docs } = await payload.find({
    collection: 'media',
    where: either('filename', pictures.map(fileNameOf), pictures.map(idOfPicture)),
    pagination: false,
    depth: 0,
  })
  return new Map(
    pictures.flatMap((picture) => {
      const row =
        docs.find(({ id }) => id === idOfPicture(picture)) ??
        docs.find(({ filename }) => filename === fileNameOf(picture))
      return row ? [[`media:${picture.name}`, row.id]] : []
    }),
  )
}

function idOfPicture({ name }: StarterPicture): string {
  return idFor(nameOf({ collection: 'media', slug: name }))
}

async function rowsOf(
  payload: Payload,
  collection: TextCollection,
  starters: readonly StarterDocument[],
): Promise<{ id: string; slug?: string | null }[]> {
  const { docs } = await payload.find({
    collection,
    where: either(
      'slug',
      starters.map(({ slug }) => slug),
      starters.map((starter) => idFor(nameOf(starter))),
    ),
    select: { slug: true },
    trash: true,
    pagination: false,
    depth: 0,
  })
  return docs
}

function either(field: string, values: string[], ids: string[]): Where {
  return { or: [{ id: { in: ids } }, { [field]: { in: values } }] }
}
