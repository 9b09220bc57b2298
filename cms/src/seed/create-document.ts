import type { Payload, PayloadRequest } from 'payload'
import { idFor, nameOf } from './identifiers.ts'
import { StarterContentError } from './load-error.ts'
import { drawPicture, fileNameOf } from './pictures.ts'
import type { StarterPicture } from './pictures.ts'
import type { StarterDocument, TextCollection } from './starter-document.ts'
import { writingOf } from './write-document.ts'
import type { Writing } from './writing.ts'

/** Draws a picture and puts it into the media library. */
export async function createPicture(
  payload: Payload,
  picture: StarterPicture,
  context: Record<string, unknown>,
): Promise<void> {
  const name = nameOf({ collection: 'media', slug: picture.name })
  const data = await drawPicture(picture)
  await named(name, () =>
    payload.create({
      collection: 'media',
      data: { id: idFor(name), decorative: !picture.alt, ...(picture.alt && { alt: picture.alt }) },
      file: { data, mimetype: 'image/jpeg', name: fileNameOf(picture), size: data.length },
      context,
      depth: 0,
    }),
  )
}

/**
 * Creates and publishes a document.
 *
 * @param idOf the ids of the documents that it names
 * @param req whose transaction the write joins
 */
export async function createDocument<Collection extends TextCollection>(
  document: StarterDocument<Collection>,
  idOf: Writing['idOf'],
  req: PayloadRequest,
): Promise<void> {
  const name = nameOf(document)
  await named(name, () =>
    req.payload.create({
      collection: document.collection,
      data: { ...document.build(writingOf(name, idOf)), id: idFor(name), _status: 'published' },
      req,
      context: req.context,
      depth: 0,
    }),
  )
}

/** Sets the fields of an article that could not be set before all of them existed. */
export async function completeDocument(
  document: StarterDocument,
  idOf: Writing['idOf'],
  req: PayloadRequest,
): Promise<void> {
  const { later } = document
  if (!later) return
  const name = nameOf(document)
  await named(name, () =>
    req.payload.update({
      collection: document.collection,
      id: idFor(name),
      data: { ...later(writingOf(name, idOf)), _status: 'published' },
      req,
      context: req.context,
      depth: 0,
    }),
  )
}

async function named<Result>(document: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (cause) {
    throw new StarterContentError(document, cause)
  }
}
