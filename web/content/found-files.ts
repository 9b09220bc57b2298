import type { Content } from './content.ts'
import { searchPaths } from './search-files.ts'

/** What stands beside the pages, so that they are found: the search, Markdown forms, and files for machines. */
export function foundFiles(content: Content, pages: readonly string[], texts: readonly string[]): string[] {
  const twins = [...pages.filter((path) => DOCUMENT_PAGE.test(path)), ...texts].map(
    (path) => `${path}index.md`,
  )
  return ['/search/', ...searchPaths(content), ...twins, '/llms.txt', '/.well-known/security.txt']
}

/** A page of a document that is in a part of the site; lists lie one level deeper or higher. */
const DOCUMENT_PAGE = /^\/(?:conditions|articles|faqs|people)\/[a-z0-9-]+\/$/
