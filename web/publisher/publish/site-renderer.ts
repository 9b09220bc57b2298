import type { UsedCard } from '../../content/card.ts'
import { startReading } from '../../content/content.ts'
import type { Content, Reads } from '../../content/content.ts'
import { redirectsOf } from '../../content/redirects.ts'
import type { SiteRedirects } from '../../content/redirects.ts'
import { routesOf } from '../../content/routes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { loadKeptRenderer, loadRenderer } from '../../renderer/load.ts'
import type { Renderer } from '../../renderer/load.ts'

/** A file of the media library that a page shows: its name on the site, and its name in the CMS. */
export type UsedMedia = { file: string; source: string }

/** A page as it was rendered, and what it needs and says besides. */
export type RenderedPage = {
  status: number
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array
  media: readonly UsedMedia[]
  /** The pictures for shared links that it names. */
  cards: readonly UsedCard[]
  /** Sentences for the person who publishes. */
  warnings: readonly string[]
  /** What it was made from. */
  reads: Reads
}

/** The bytes of a page as they are stored and sent. */
export function bytesOf({ body }: Pick<RenderedPage, 'body'>): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : body
}

/** What was derived from a snapshot, and from what in it. */
export type Derived<Value> = { value: Value; reads: Reads }

/** What a publish needs to know of the site: which pages a snapshot has, and what they look like. */
export type SiteRenderer = {
  /** Changes when the templates do. */
  readonly build: string
  /** Folder of the styles, scripts and fonts that pages name; it is laid over the root of the site. */
  readonly assetsDirectory: string
  routes(snapshot: Snapshot): Derived<string[]>
  redirects(snapshot: Snapshot): Derived<SiteRedirects>
  /** @throws what the template throws, when the page cannot be rendered */
  readonly render: (path: string, snapshot: Snapshot) => Promise<RenderedPage>
}

/**
 * Loads the renderer that the last build of the templates left.
 *
 * @throws when there is none; the message says how to build it
 */
export async function loadSiteRenderer(directory: string): Promise<SiteRenderer> {
  return siteRendererOf(await loadRenderer(directory))
}

/** Loads the renderer of a build that may be an older one. @returns undefined when it is not kept any more */
export async function loadKeptSiteRenderer(
  directory: string,
  build: string,
): Promise<SiteRenderer | undefined> {
  const renderer = await loadKeptRenderer(directory, build)
  return renderer && siteRendererOf(renderer)
}

/** What a publish needs, from the templates as they were loaded. */
export function siteRendererOf({ build, assetsDirectory, render }: Renderer): SiteRenderer {
  return {
    build,
    assetsDirectory,
    routes: derive(routesOf),
    redirects: derive(redirectsOf),
    render: async (path, snapshot) => {
      const reading = startReading(snapshot)
      const { status, headers, body } = await render({ path }, reading.content)
      return {
        status,
        headers,
        body,
        media: reading.mediaUsed(),
        cards: reading.cardsUsed(),
        warnings: reading.warnings(),
        reads: reading.reads(),
      }
    },
  }
}

function derive<Value>(from: (content: Content) => Value): (snapshot: Snapshot) => Derived<Value> {
  return (snapshot) => {
    const reading = startReading(snapshot)
    const value = from(reading.content)
    return { value, reads: reading.reads() }
  }
}
