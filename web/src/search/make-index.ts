import type { Content } from '../../content/content.ts'
import { searchFamilies, textsOf, type SearchPart, type SearchTexts } from '../../content/search-files.ts'
import { shareField } from '../../content/share.ts'
import { shortened } from '../../content/shortened.ts'
import type { IndexPart, IndexShare, SearchedCollection, ShareTexts } from './index-part.ts'
import { resultText, searchEntry, type SearchedDocument } from './search-entry.ts'

/** About two lines on a phone's screen. */
const TEXT_LENGTH = 180

/** Makes a part of the index. */
export function indexPart(content: Content, part: SearchPart): IndexPart {
  return Object.fromEntries(
    textsOf(part).map((share) => [share.number, indexShare(content, share, part.words)]),
  )
}

function indexShare(content: Content, share: SearchTexts, words: number): IndexShare {
  const entries = searchFamilies[share.family].map((collection) => [
    collection,
    documentsOf(content, share, collection).map(({ document, path }) => searchEntry(document, path, words)),
  ])
  return Object.fromEntries(entries.filter(([, found = []]) => found.length > 0)) as IndexShare
}

/** Makes the texts that stand under the results of a share. */
export function shareTexts(content: Content, share: SearchTexts): ShareTexts {
  return Object.fromEntries(
    searchFamilies[share.family]
      .flatMap((collection) => documentsOf(content, share, collection))
      .map(({ document, path }) => [path, shortened(resultText(document), TEXT_LENGTH)]),
  )
}

function documentsOf(
  content: Content,
  { number, shares }: SearchTexts,
  collection: SearchedCollection,
): { document: SearchedDocument; path: string }[] {
  const documents: readonly SearchedDocument[] = content.list({
    collection,
    where: { [shareField(shares)]: number - 1 },
  })
  return documents.flatMap((document) => {
    // A topic without articles has no page.
    const path = content.linkTo({ relationTo: collection, value: document.id })?.path
    return path === undefined ? [] : [{ document, path }]
  })
}
