import type { PublicDocument, RichText } from '@careword/shared/public-document.ts'
import { titleOf } from '../../content/document-title.ts'
import { plainText } from '../rich-text/plain-text.ts'
import type { IndexEntry, SearchedCollection } from './index-part.ts'
import { likelyPath } from './likely-path.ts'
import { tellingWords } from './telling-words.ts'

export type SearchedDocument = PublicDocument<SearchedCollection>

/** With fewer words a document, its long texts are not worth reading: the summary alone has as many. */
const WORDS_WORTH_A_BODY = 12

/**
 * What the index knows of a document.
 *
 * @param path where it can be read
 * @param room how many words of its text the index may hold
 */
export function searchEntry(document: SearchedDocument, path: string, room: number): IndexEntry {
  const title = titleOf(document)
  const names = namesOf(document)
  const { first, bodies } = textsOf(document)
  const readBodies = () => (room >= WORDS_WORTH_A_BODY ? bodies() : [])
  const words = tellingWords([title, ...names], first, readBodies, room)
  return {
    t: title,
    ...(path !== likelyPath(document.collection, title) && { p: path }),
    ...(names.length > 0 && { n: names.join(', ') }),
    ...(words.length > 0 && { w: words.join(' ') }),
  }
}

function namesOf(document: SearchedDocument): string[] {
  switch (document.collection) {
    case 'conditions': {
      const { abbreviation, alsoKnownAs = [] } = document.fields
      return [...(abbreviation === undefined ? [] : [abbreviation]), ...alsoKnownAs.map(({ name }) => name)]
    }
    default:
      return []
  }
}

type Texts = { first: readonly (string | undefined)[]; bodies: () => readonly (RichText | undefined)[] }

function textsOf(document: SearchedDocument): Texts {
  switch (document.collection) {
    case 'conditions': {
      const { fields } = document
      return {
        first: [fields.summary, ...(fields.keyFacts ?? []).map(({ fact }) => fact)],
        bodies: () => [
          fields.overview,
          fields.symptoms,
          fields.diagnosis,
          fields.standardTreatments,
          fields.risks,
          fields.whenToGetHelp,
        ],
      }
    }
    case 'articles': {
      const { fields } = document
      const points = (fields.keyPoints ?? []).map(({ point }) => point)
      return { first: [fields.summary, ...points], bodies: () => [fields.body] }
    }
    case 'pages': {
      const { fields } = document
      return { first: [fields.summary], bodies: () => [fields.body] }
    }
    case 'faqs': {
      const { fields } = document
      return { first: [], bodies: () => [fields.answer] }
    }
    case 'people': {
      const { fields } = document
      return { first: [fields.credentials, fields.role], bodies: () => [fields.bio] }
    }
    case 'topics':
      return { first: [document.fields.description], bodies: () => [] }
  }
}

/** What stands under a result: the answer to a question, or what a page says of itself. */
export function resultText(document: SearchedDocument): string {
  switch (document.collection) {
    case 'faqs':
      return plainText(document.fields.answer)
    case 'topics':
      return document.fields.description ?? ''
    case 'people':
      return [document.fields.credentials, document.fields.role]
        .filter((part) => part !== undefined)
        .join(', ')
    default:
      return document.fields.summary
  }
}
