import type { Snapshot } from '../../content/snapshot.ts'
import type { Release } from '../store/release.ts'
import { filesAfter } from './files-after.ts'
import type { FileMeans } from './files-after.ts'
import { pagesAfter } from './pages-after.ts'
import { Pictures } from './pictures.ts'
import { renderWanted } from './render-wanted.ts'
import type { Rendering } from './render-wanted.ts'
import { NOTHING, takenAfter } from './taken-together.ts'

/**
 * Renders a snapshot as if nothing were known of it, and gives every file that a site of it has.
 *
 * @param release what is shown of it: pictures that it has are not brought again
 * @throws PageFailed when a page cannot be rendered
 */
export async function* cleanFiles(
  snapshot: Snapshot,
  release: Release,
  means: FileMeans & Pick<Rendering, 'farm' | 'log'> & { download: (source: string) => Promise<Uint8Array> },
): AsyncGenerator<{ path: string; hash: string }> {
  const pictures = new Pictures((file) => release.files.get(file), means.download, means.write)
  const site = await renderWanted(undefined, snapshot, pictures, {
    ...means,
    onTemplateFailure: (failure) => {
      throw failure
    },
  })
  const pages = await pagesAfter(undefined, site, () => Promise.resolve(false))
  const needs = { before: NOTHING, after: takenAfter(NOTHING, pages.changes) }
  const files = filesAfter(undefined, site, pages, needs, means, pictures)
  for (const [file, { hash }] of files.all())
    yield {
      path: `/${file}`.replace(/\/index\.html$/, '/'),
      // A card is named after what it shows; here the site's own one stands in for it.
      hash: file.startsWith('cards/') ? (release.files.get(file)?.hash ?? hash) : hash,
    }
}
