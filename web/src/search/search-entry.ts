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
  const bodies = () => (room >= WORDS_WORTH_A_BODY ? bodiesOf(document) : [])
  const words = tellingWords([title, ...names], firstTextsOf(document), bodies, room)
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

/** Short texts, the most telling first. Only what is asked for is read: on a large site the words of the summary are enough. */
function* firstTextsOf(document: SearchedDocument): Generator<string | undefined> {
  switch (document.collection) {
    case 'conditions': {
      yield document.fields.summary
      for (const { fact } of document.fields.keyFacts ?? []) yield fact
      break
    }
    case 'articles': {
      yield document.fields.summary
      for (const { point } of document.fields.keyPoints ?? []) yield point
      break
    }
    case 'pages':
      yield document.fields.summary
      break
    case 'people':
      yield document.fields.credentials
      yield document.fields.role
      break
    case 'topics':
      yield document.fields.description
      break
    case 'faqs':
  }
}

function bodiesOf(document: SearchedDocument): (RichText | undefined)[] {
  switch (document.collection) {
    case 'conditions': {
      const { overview, symptoms, diagnosis, standardTreatments, risks, whenToGetHelp } = document.fields
      return [overview, symptoms, diagnosis, standardTreatments, risks, whenToGetHelp]
    }
    case 'articles':
    case 'pages':
      return [document.fields.body]
    case 'faqs':
      return [document.fields.answer]
    case 'people':
      return [document.fields.bio]
    case 'topics':
      return []
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
