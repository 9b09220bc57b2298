import type { RequiredDataFromCollectionSlug } from 'payload'
import { sourceRow } from './sources.ts'
import type { SourceKey, SourceRow } from './sources.ts'
import type { StarterCollection } from './reference.ts'
import type { Writing } from './writing.ts'

/** The collections whose starter documents are texts; pictures are drawn. */
export type TextCollection = Exclude<StarterCollection, 'media'>

type Fields<Collection extends TextCollection> = RequiredDataFromCollectionSlug<Collection>

/** A document of the starter content, before its references are ids. */
export type StarterDocument<Collection extends TextCollection = TextCollection> = {
  [Each in Collection]: {
    collection: Each
    slug: string
    /** The fields to create it with. */
    build: (writing: Writing) => Fields<Each>
    /** Fields to set when all documents exist, since they may name one another in a circle. */
    later?: (writing: Writing) => Partial<Fields<Each>>
  }
}[Collection]

/**
 * What every page of starter content says of itself: its authors, its date, and that nobody has reviewed it yet.
 *
 * @param published day of publication, `YYYY-MM-DD`
 * @param minute tells documents of one day apart, so that lists have one order
 */
export function governance(published: string, writing: Writing, minute = 0) {
  return {
    authors: [writing.idOf('person:editorial-team')],
    publishedAt: `${published}T14:${String(minute).padStart(2, '0')}:00.000Z`,
    starterContent: true,
  }
}

/**
 * Builds fields and collects what they cite.
 *
 * @returns the fields, and the cited sources in the order in which they are cited first
 */
export function withSources<Built>(
  build: (writing: Writing) => Built,
  writing: Writing,
): Built & { sources: SourceRow[] } {
  const cited = new Set<SourceKey>()
  const fields = build({ ...writing, cite: (source) => cited.add(source) })
  return { ...fields, sources: [...cited].map(sourceRow) }
}
