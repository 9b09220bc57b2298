import type { searchFamilies, SearchFamily } from '../../content/search-files.ts'

/** The collections that the search finds. */
export type SearchedCollection = (typeof searchFamilies)[SearchFamily][number]

/** What the index knows of a page. The names are short, because they are sent a thousand times. */
export type IndexEntry = {
  /** Title. */
  t: string
  /** Path, when it is not the one that the title gives. */
  p?: string
  /** Other names. */
  n?: string
  /** Words of the text that are not in the title. */
  w?: string
}

/** The pages of one share by collection. */
export type IndexShare = Partial<Record<SearchedCollection, IndexEntry[]>>

/** A part of the index: its shares by their numbers, from 1. */
export type IndexPart = Record<string, IndexShare>

/** The texts of one share: what stands under a result, by path. */
export type ShareTexts = Record<string, string>
