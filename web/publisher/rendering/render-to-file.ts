import { isCannotRender } from '../../content/cannot-render.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { isKeptDocumentLost } from '../feed/large-fields.ts'
import { bytesOf } from '../publish/site-renderer.ts'
import type { RenderedPage, SiteRenderer } from '../publish/site-renderer.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { PageFailure, PageOutcome, WriteObject } from './rendered-file.ts'

/** The page that a static host shows for an address that does not exist. */
const NOT_FOUND_PATH = '/404.html'

/** What renders a page, in whichever thread. */
export type PageMaker = {
  render: SiteRenderer['render']
  writeObject: WriteObject
  objectsDirectory: string
}

/**
 * Renders a page and puts its bytes into the store of objects. What goes wrong with the page is told in the outcome.
 *
 * @throws when the bytes cannot be written: that is not the page's fault
 */
export async function renderToFile(
  { render, writeObject, objectsDirectory }: PageMaker,
  snapshot: Snapshot,
  path: string,
): Promise<PageOutcome> {
  let page: RenderedPage
  let siteFile: string
  try {
    siteFile = siteFileOf(path)
    page = await render(path, snapshot)
  } catch (error) {
    return { path, failure: failureOf(path, error), isLost: isKeptDocumentLost(error) }
  }
  const { status, headers, media, cards, warnings, reads } = page
  const expected = path === NOT_FOUND_PATH ? [404, 200] : [200]
  if (!expected.includes(status))
    return { path, failure: { path, message: `Its template answered with the status ${status}.` } }
  const file = writeObject(objectsDirectory, siteFile, bytesOf(page))
  return {
    path,
    page: { file, status, policy: headers['content-security-policy'], media, cards, warnings, reads },
  }
}

function failureOf(path: string, error: unknown): PageFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (!isCannotRender(error)) return { path, message }
  const { document, field, reason } = error
  const { collection, id, title } = document
  return { path, message, cannotRender: { document: { collection, id, title }, field, reason } }
}
