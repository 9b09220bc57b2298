import { takeTurns } from '../turns.ts'
import type { ShownSite } from './shown-site.ts'
import type { SiteRenderer } from './site-renderer.ts'

/** By then a page takes half as long to render as at first. */
const PAGES = 200

/**
 * Renders some of the pages that are shown, spread over the site, and keeps nothing of them. The JavaScript engine compiles well
 * only what has run often: after a start the first edits would wait for pages that are rendered slowly.
 *
 * @returns whether it was done to the end; the signal stops it
 */
export async function warmUp(
  { paths, snapshot }: Pick<ShownSite, 'paths' | 'snapshot'>,
  { render }: Pick<SiteRenderer, 'render'>,
  signal: AbortSignal,
): Promise<boolean> {
  const turn = takeTurns()
  const step = Math.max(1, paths.length / PAGES)
  for (let place = 0; place < paths.length; place += step) {
    if (signal.aborted) return false
    try {
      await render(paths[Math.floor(place)] ?? '', snapshot)
    } catch {
      // Whoever publishes this page is told why it cannot be rendered.
    }
    await turn()
  }
  return true
}
