import type { PayloadRequest } from 'payload'
import { pathOf } from '@careword/shared/paths.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { linkableCollections } from '../rich-text/linkable-collections.ts'

type Linkable = (typeof linkableCollections)[number]

/**
 * Makes a redirect from the address that a public document had to the document, within the request's transaction: links to a page
 * and what search engines know of it go on to lead there. Those that are there already are made to lead to the document.
 *
 * It does nothing for a collection that no redirect can lead to.
 *
 * @param was the collection, the id, and the slug that the document had
 */
export async function leadFromOldAddress(
  req: PayloadRequest,
  was: { collection: PublicCollection; id: string; slug: string },
): Promise<void> {
  const from = pathOf(was)
  if (from === undefined || !isLinkable(was.collection)) return
  const common = { collection: 'redirects', depth: 0, overrideAccess: true, req } as const
  const to = { type: 'reference' as const, reference: { relationTo: was.collection, value: was.id } }
  // `/old` and `/old/` are one address, and both may be there.
  const { docs: known } = await req.payload.find({
    ...common,
    where: { from: { in: [from, from.slice(0, -1)] } },
    pagination: false,
  })
  if (known.length === 0) await req.payload.create({ ...common, data: { from, to } })
  for (const { id } of known) await req.payload.update({ ...common, id, data: { to } })
}

function isLinkable(collection: PublicCollection): collection is Linkable {
  return (linkableCollections as readonly string[]).includes(collection)
}
