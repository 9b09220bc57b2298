import type { Content } from '../../content/content.ts'
import { searchParts, searchPartPath } from '../../content/search-files.ts'
import { crisisHelp, type CrisisHelp } from '../page/crisis-help.ts'

/** What the search begins with. */
export type SearchStart = {
  /** Paths of the parts of the index. */
  parts: string[]
  /** Groups of words and phrases that mean the same. */
  synonyms: string[][]
  crisis?: CrisisHelp | undefined
}

/** The parts of the index, the words that mean the same (the editors' own and the names of conditions), the crisis lines. */
export function searchStart(content: Content): SearchStart {
  const chosen = (content.global('search')?.synonyms ?? []).map(({ words }) => [...words])
  const names = content
    .list({ collection: 'conditions' })
    .map(({ fields: { name, abbreviation, alsoKnownAs = [] } }) => [
      name,
      ...(abbreviation === undefined ? [] : [abbreviation]),
      ...alsoKnownAs.map((other) => other.name),
    ])
  return {
    parts: searchParts(content).map(searchPartPath),
    synonyms: [...chosen, ...names].filter((words) => words.length > 1),
    crisis: crisisHelp(content),
  }
}
