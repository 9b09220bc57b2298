import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import type { IndexEntry, IndexPart, SearchedCollection } from './index-part.ts'
import { likelyPath } from './likely-path.ts'
import { Synonyms, type Meaning } from './synonyms.ts'
import { Vocabulary } from './vocabulary.ts'
import { isFiller, wordsIn } from './words.ts'

/** A page that the search found. */
export type FoundPage = {
  collection: SearchedCollection
  title: string
  path: string
  /** The share that has its text, from 1. */
  share: number
}

/** What was found, the best first. */
export type Found = {
  /** Questions that answer the query. */
  answers: FoundPage[]
  /** Everything else. */
  pages: FoundPage[]
  /** No page has all of the words; these have some of them. */
  isPartial: boolean
}

/** Looks for pages by what somebody typed. */
export type SiteSearch = (query: string) => Found

/** A question this good, compared with the best result, comes before all other pages. */
const GOOD_ANSWER = 0.4

/** Where equal words are found, a condition is more likely meant than a person. */
const weights: Record<SearchedCollection, number> = {
  conditions: 1.5,
  faqs: 1.3,
  articles: 1,
  pages: 0.9,
  topics: 0.8,
  people: 0.8,
}

/** A text that somebody pasted is looked at so far: each word of it takes time. */
const MOST_WORDS = 40

const boost = { t: 5, n: 5, w: 1 }

/** What was not typed itself counts less. */
const OTHER_WORD = 0.6
const otherBoost = { t: boost.t * OTHER_WORD, n: boost.n * OTHER_WORD, w: boost.w * OTHER_WORD }

/** Reads the parts of the index. @param synonyms groups of words and phrases that mean the same */
export function createSiteSearch(
  parts: readonly IndexPart[],
  synonyms: readonly (readonly string[])[],
): SiteSearch {
  const pages: FoundPage[] = []
  const vocabulary = new Vocabulary()
  const index = new MiniSearch<IndexEntry & { id: number }>({
    fields: ['t', 'n', 'w'],
    tokenize: wordsIn,
    processTerm: (word) => (isFiller(word) ? null : vocabulary.add(word)),
    searchOptions: { processTerm: (word) => word },
  })
  for (const part of parts)
    for (const { entry, page } of entriesOf(part)) index.add({ ...entry, id: pages.push(page) - 1 })
  const meant = new Synonyms(synonyms)

  const weightOf = (id: unknown) => weights[pages[id as number]?.collection ?? 'articles']
  const find = (meanings: readonly Meaning[], combineWith: 'AND' | 'OR') =>
    index.search(
      {
        combineWith,
        queries: meanings.map((meaning, at) => queryFor(meaning, at === meanings.length - 1, vocabulary)),
      },
      { boostDocument: weightOf },
    )

  return (query) => {
    const meanings = meant.meanings(wordsIn(query).slice(0, MOST_WORDS)).filter(tellsSomething)
    if (meanings.length === 0) return { answers: [], pages: [], isPartial: false }
    const whole = find(meanings, 'AND')
    const isPartial = whole.length === 0 && meanings.length > 1
    return { ...answersFirst(isPartial ? find(meanings, 'OR') : whole, pages), isPartial }
  }
}

function* entriesOf(part: IndexPart): Generator<{ entry: IndexEntry; page: FoundPage }> {
  for (const [share, collections] of Object.entries(part))
    for (const [name, entries] of Object.entries(collections)) {
      const collection = name as SearchedCollection
      for (const entry of entries) {
        const path = entry.p ?? likelyPath(collection, entry.t) ?? '/'
        yield { entry, page: { collection, title: entry.t, path, share: Number(share) } }
      }
    }
}

/** “How does it work” has words that nearly every page has; the search knows nothing of them. */
function tellsSomething({ words, others }: Meaning): boolean {
  return others.length > 0 || tellingOf(words).length > 0
}

function tellingOf(words: readonly string[]): string[] {
  return words.filter((word) => !isFiller(word))
}

function queryFor({ words, others }: Meaning, isLast: boolean, vocabulary: Vocabulary): Query {
  const typed = allOf(tellingOf(words).map((word) => wordQuery(word, isLast, vocabulary)))
  const meantToo = others.map((phrase) => allOf(tellingOf(phrase), otherBoost))
  return { combineWith: 'OR', queries: [typed, ...meantToo] }
}

function wordQuery(word: string, isLast: boolean, vocabulary: Vocabulary): Query {
  const isBeginning = word.length >= 4 || (isLast && word.length >= 2)
  const typed: Query = { queries: [word], prefix: isBeginning, boost }
  return {
    combineWith: 'OR',
    queries: [typed, ...vocabulary.near(word).map((near) => allOf([near], otherBoost))],
  }
}

function allOf(queries: Query[], boostOf = boost): Query {
  return { combineWith: 'AND', queries, boost: boostOf }
}

function answersFirst(results: readonly SearchResult[], pages: readonly FoundPage[]) {
  const enough = (results[0]?.score ?? 0) * GOOD_ANSWER
  const found = results.flatMap(({ id, score }) => {
    const page = pages[id as number]
    return page ? [{ page, isAnswer: page.collection === 'faqs' && score >= enough }] : []
  })
  return {
    answers: found.filter(({ isAnswer }) => isAnswer).map(({ page }) => page),
    pages: found.filter(({ isAnswer }) => !isAnswer).map(({ page }) => page),
  }
}
