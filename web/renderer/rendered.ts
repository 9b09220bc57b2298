import type { Content } from '../content/content.ts'

/** A page as it was rendered. */
export type Rendered = {
  /** 200, or 404 when the site has no such page. */
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/**
 * Renders one page of the site from nothing but its path and the content.
 *
 * @throws CannotRender (by name, see `isCannotRender`) when a document holds what no page can show; anything else
 * that a template throws
 */
export type Render = (request: { path: string }, content: Content) => Promise<Rendered>
