import type { PublicCollection } from '@careword/shared/public-fields.ts'
import type { Content } from './content.ts'
import { roundedCount } from './rounded-count.ts'

/** What the search tells apart: questions are answered first, articles are many. */
export const searchFamilies = {
  answers: ['faqs'],
  guide: ['conditions', 'pages', 'topics', 'people'],
  articles: ['articles'],
} as const satisfies Record<string, readonly PublicCollection[]>

export type SearchFamily = keyof typeof searchFamilies

/** Where the browser begins: which parts there are, words that mean the same, the crisis lines. */
export const SEARCH_START_PATH = '/search/start.json'

/** Each part of the index holds so many shares of its family; the texts of a share are a file of their own. */
export const SHARES_A_PART = 4

const DOCUMENTS_A_PART = 64
const MOST_PARTS = 64

/**
 * How many words of all documents together the index may hold besides titles. About 3 bytes each when compressed.
 * A small site has room for nearly all of its words, a large one for the most telling ones.
 */
const WORDS_IN_ALL = 10_000
const MOST_WORDS_A_DOCUMENT = 400
const FEWEST_WORDS_A_DOCUMENT = 4

/** One part of the search's index, numbered from 1, and how many words it keeps of each document. */
export type SearchPart = { family: SearchFamily; number: number; parts: number; words: number }

/** The texts that are shown under the results of one share, numbered from 1. */
export type SearchTexts = { family: SearchFamily; number: number; shares: number }

/** All parts of the search's index for this content. */
export function searchParts(content: Content): SearchPart[] {
  const sizes = families().map((family) => ({ family, size: sizeOf(content, family) }))
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  const words = Math.min(
    MOST_WORDS_A_DOCUMENT,
    Math.max(FEWEST_WORDS_A_DOCUMENT, Math.floor(WORDS_IN_ALL / total)),
  )
  return sizes.flatMap(({ family, size }) => {
    const parts = Math.min(MOST_PARTS, 2 ** Math.max(0, Math.ceil(Math.log2(size / DOCUMENTS_A_PART))))
    return Array.from({ length: parts }, (_, index) => ({ family, number: index + 1, parts, words }))
  })
}

/** The paths of everything that the search loads. */
export function searchPaths(content: Content): string[] {
  const parts = searchParts(content)
  const texts = parts.flatMap(textsOf)
  return [SEARCH_START_PATH, ...parts.map(searchPartPath), ...texts.map(searchTextsPath)]
}

/** The texts that belong to a part of the index. */
export function textsOf({ family, number, parts }: SearchPart): SearchTexts[] {
  const shares = parts * SHARES_A_PART
  return Array.from({ length: SHARES_A_PART }, (_, index) => ({
    family,
    number: (number - 1) * SHARES_A_PART + index + 1,
    shares,
  }))
}

export function searchPartPath({ family, number, parts, words }: SearchPart): string {
  return `/search/index/${family}-${number}-of-${parts}-${words}-words.json`
}

export function searchTextsPath({ family, number, shares }: SearchTexts): string {
  return `/search/texts/${family}-${number}-of-${shares}.json`
}

/** The part with that name, which is the end of its path. @returns undefined when no part is called so */
export function searchPartNamed(name: string): SearchPart | undefined {
  const found = /^([a-z]+)-(\d+)-of-(\d+)-(\d+)-words$/.exec(name)
  const [, family = '', number, parts, words] = found ?? []
  if (!isFamily(family) || !isNumberOf(number, parts)) return undefined
  return { family, number: Number(number), parts: Number(parts), words: Number(words) }
}

/** The texts with that name, which is the end of their path. @returns undefined when none are called so */
export function searchTextsNamed(name: string): SearchTexts | undefined {
  const [, family = '', number, shares] = /^([a-z]+)-(\d+)-of-(\d+)$/.exec(name) ?? []
  if (!isFamily(family) || !isNumberOf(number, shares)) return undefined
  return { family, number: Number(number), shares: Number(shares) }
}

function families(): SearchFamily[] {
  return Object.keys(searchFamilies) as SearchFamily[]
}

function isFamily(name: string): name is SearchFamily {
  return Object.hasOwn(searchFamilies, name)
}

function isNumberOf(number = '0', count = '0'): boolean {
  return Number(number) >= 1 && Number(number) <= Number(count)
}

function sizeOf(content: Content, family: SearchFamily): number {
  return searchFamilies[family].reduce((sum, collection) => sum + roundedCount(content, collection), 0)
}
