import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { sameContent } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { RenderedPage, SiteRenderer } from './site-renderer.ts'

/** More are not rendered by the time that they are wanted, and it is not certain that they ever are. */
const MOST_PAGES = 30

type Ahead = {
  snapshot: Snapshot
  /** Those that are rendered, or being rendered. */
  pages: Map<string, Promise<RenderedPage>>
  /** By whoever publishes: it goes on by itself from there. */
  isAskedFor: boolean
}

/**
 * Renders pages of content that may be published soon, and gives them out when it is. A page depends on the content alone, so
 * those of the very same content are the same pages.
 */
export class PagesAhead {
  /** The templates; what was rendered ahead is not rendered again. */
  readonly renderer: SiteRenderer
  readonly #render: SiteRenderer['render']
  #ahead: Ahead | undefined

  constructor(renderer: SiteRenderer) {
    this.#render = renderer.render
    this.renderer = {
      ...renderer,
      render: (path, snapshot) => this.#taken(path, snapshot) ?? renderer.render(path, snapshot),
    }
  }

  /**
   * Renders pages until they are asked for. Only the last content that was given is remembered. May be called at any time; what
   * cannot be rendered fails when it is wanted, and not here.
   */
  async prepare(snapshot: Snapshot, paths: readonly string[]): Promise<void> {
    const ahead: Ahead = { snapshot, pages: new Map(), isAskedFor: false }
    this.#ahead = ahead
    for (const path of paths.slice(0, MOST_PAGES)) {
      if (this.#ahead !== ahead || ahead.isAskedFor) return
      const page = this.#render(path, snapshot)
      ahead.pages.set(path, page)
      await page.catch(() => ahead.pages.delete(path))
      // The word to publish may have come meanwhile.
      await yieldToOthers()
    }
  }

  /** Forgets what was rendered, since something was published. */
  forget(): void {
    this.#ahead = undefined
  }

  #taken(path: string, snapshot: Snapshot): Promise<RenderedPage> | undefined {
    const ahead = this.#ahead
    if (!ahead) return undefined
    if (!sameContent(ahead.snapshot, snapshot)) {
      this.forget()
      return undefined
    }
    ahead.isAskedFor = true
    return ahead.pages.get(path)
  }
}
