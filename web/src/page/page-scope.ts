import type { Content } from '../../content/content.ts'
import { Ids } from './ids.ts'
import { SourceList, type Sourced } from './source-list.ts'

/** What the parts of one page share while it is rendered. */
export type PageScope = { content: Content; ids: Ids; sources: SourceList }

/**
 * Starts a page.
 *
 * @param documents whose sources the page lists in any case
 */
export function startPage(content: Content, ...documents: readonly Sourced[]): PageScope {
  const sources = new SourceList()
  for (const document of documents) sources.add(document)
  return { content, ids: new Ids(), sources }
}
