import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { sameContent } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { WriteObject } from './site-files.ts'
import { bytesOf } from './site-renderer.ts'
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
 * those of the very same content are the same pages. Their bytes are put into the store, where no release names them yet: what
 * never comes to one is deleted with what releases leave behind.
 */
export class PagesAhead {
  /** The templates; what was rendered ahead is not rendered again. */
  readonly renderer: SiteRenderer
  readonly #render: SiteRenderer['render']
  readonly #write: WriteObject
  #ahead: Ahead | undefined

  /** @param write puts bytes into the store; those that are there already are not written again */
  constructor(renderer: SiteRenderer, write: WriteObject) {
    this.#render = renderer.render
    this.#write = write
    this.renderer = {
      ...renderer,
      render: (path, snapshot) => this.#taken(path, snapshot) ?? renderer.render(path, snapshot),
    }
  }

  /**
   * Renders pages until they are asked for. Only the last content that was given is remembered. May be called at any time; what
   * cannot be rendered fails when it is wanted, and not here.
   *
   * @throws what keeps bytes from being written
   */
  async prepare(snapshot: Snapshot, paths: readonly string[]): Promise<void> {
    const ahead: Ahead = { snapshot, pages: new Map(), isAskedFor: false }
    this.#ahead = ahead
    const isOpen = () => this.#ahead === ahead && !ahead.isAskedFor
    for (const path of paths.slice(0, MOST_PAGES)) {
      if (!isOpen()) return
      const page = this.#render(path, snapshot)
      ahead.pages.set(path, page)
      const rendered = await page.catch(() => {
        ahead.pages.delete(path)
        return undefined
      })
      // Whoever asked for it writes it.
      if (rendered?.status === 200 && isOpen()) this.#write(siteFileOf(path), bytesOf(rendered))
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
