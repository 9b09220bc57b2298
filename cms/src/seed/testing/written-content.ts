import { clinic, crisis, navigation, search } from '../content/globals.ts'
import { nameOf } from '../identifiers.ts'
import { starterDocuments } from '../starter-content.ts'
import { writingOf } from '../write-document.ts'
import { proseOf } from './prose.ts'
import type { Prose } from './prose.ts'

/** A document of the starter content as it is stored, and what a reader reads in it. */
export type WrittenDocument = {
  name: string
  collection: string
  fields: Record<string, unknown>
  prose: Prose[]
}

/** All of the starter content, the globals included, as it is stored. */
export const writtenContent: readonly WrittenDocument[] = [
  ...starterDocuments.map((document) =>
    written(document.collection, nameOf(document), {
      ...document.build(writingOf(nameOf(document))),
      ...document.later?.(writingOf(nameOf(document))),
    }),
  ),
  ...Object.entries({ clinic, crisis, navigation: navigation(writingOf('navigation')), search }).map(
    ([name, fields]) => written(name, name, fields),
  ),
]

/** The written documents of some collections. */
export function writtenIn(...collections: string[]): WrittenDocument[] {
  return writtenContent.filter(({ collection }) => collections.includes(collection))
}

/** All that a reader reads in a document, as one text. */
export function textOfDocument({ prose }: WrittenDocument): string {
  return prose.map(({ text }) => text).join('\n')
}

function written(collection: string, name: string, fields: Record<string, unknown>): WrittenDocument {
  return { collection, name, fields, prose: proseOf(fields) }
}
