import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { PageFailure, RenderedFile } from '../rendering/render-farm.ts'
import type { Pictures } from './pictures.ts'
import type { UsedMedia } from './site-renderer.ts'

/**
 * Brings the pictures of rendered pages.
 *
 * @returns a failure for each page that shows a picture of which the media library has no file; the picture is at fault
 * @throws FeedError when the CMS cannot be asked
 */
export async function pagesWithoutPictures(
  snapshot: Snapshot,
  rendered: ReadonlyMap<string, RenderedFile>,
  pictures: Pictures,
): Promise<PageFailure[]> {
  const used = new Map<string, UsedMedia>()
  for (const { media } of rendered.values()) for (const one of media) used.set(one.file, one)
  const missing = await pictures.bring(used.values())
  return missing.flatMap((picture) => {
    const reason = `the media library has no file “${picture.source}” any more. Upload the picture again, or take it out of the pages that show it.`
    const document = [...snapshot.documents.values()].find((one) => isOf(one, picture))
    return [...rendered]
      .filter(([, { media }]) => media.some(({ file }) => file === picture.file))
      .map(([path]) => ({
        path,
        message: `A picture is missing: ${reason}`,
        ...(document && {
          cannotRender: {
            document: { collection: 'media', id: document.id, title: picture.source },
            field: 'filename',
            reason,
          },
        }),
      }))
  })
}

function isOf({ collection, fields }: PublicDocument, { source }: UsedMedia): boolean {
  if (collection !== 'media') return false
  const sizes = Object.values(fields.sizes ?? {}) as ({ filename?: string } | undefined)[]
  return fields.filename === source || sizes.some((size) => size?.filename === source)
}
