import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { FieldSet } from './field-set.ts'
import { freezeTree } from './freeze-tree.ts'
import { describePicture } from './picture.ts'
import { Recorder } from './recorder.ts'

/** A picture and the files it needs, and the fields of its document that say so. */
export type DescribedPicture = ReturnType<typeof describePicture> & { fields: FieldSet }

/** The names of files are hashes, and lists show the same few pictures on thousands of pages. A document never changes. */
const descriptions = new WeakMap<PublicDocument, DescribedPicture>()

/**
 * What `describePicture` says, worked out once for each version of a document. It is deeply frozen.
 *
 * @param document from the snapshot, not from a reading
 * @throws CannotRender when the document has no picture in it
 */
export function describedPicture(document: PublicDocument<'media'>): DescribedPicture {
  const known = descriptions.get(document)
  if (known) return known
  const recorder = new Recorder()
  const { picture, files } = describePicture(recorder.document(document))
  const fields = recorder.reads().reduce((all, [, read]) => all | read, 0)
  const described = { picture: freezeTree(picture), files: freezeTree(files), fields }
  descriptions.set(document, described)
  return described
}
