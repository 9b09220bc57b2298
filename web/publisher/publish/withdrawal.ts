import { pathOf } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { withChanges } from '../../content/sharded-map.ts'
import { differingDocuments } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'

/** The documents that a snapshot has and another one has not. */
export function goneFrom(shown: Snapshot, wanted: Snapshot): Map<string, PublicDocument> {
  const gone = new Map<string, PublicDocument>()
  for (const [key, wantedDocument] of differingDocuments(shown, wanted)) {
    const document = wantedDocument ? undefined : shown.documents.get(key)
    if (document) gone.set(key, document)
  }
  return gone
}

/** The snapshot without some of its documents. */
export function without(snapshot: Snapshot, gone: ReadonlyMap<string, unknown>): Snapshot {
  const changes = new Map([...gone.keys()].map((key) => [key, undefined]))
  return { ...snapshot, documents: withChanges(snapshot.documents, changes) }
}

/** Where documents could be read. */
export function addressesOf(documents: Iterable<PublicDocument>): string[] {
  return [...documents].flatMap(({ collection, fields }) => {
    const slug = 'slug' in fields ? fields.slug : undefined
    return pathOf({ collection, slug }) ?? []
  })
}

/** Whether a page names one of these addresses. @param html its text */
export function mentions(html: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => html.includes(`${address}"`) || html.includes(`${address}<`))
}
