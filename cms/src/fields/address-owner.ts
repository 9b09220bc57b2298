import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Who has an address already, by the name that editors know it by, and where that document is. */
export type AddressOwner = { title: string; place: 'collection' | 'draft' | 'trash' }

type Row = { id: string; deletedAt?: string | null } & Partial<Record<'title' | 'name' | 'question', unknown>>

/** A collection leaves out those that it does not have. */
const TITLES = { title: true, name: true, question: true } as const

/**
 * Another document that has the address, or will have it when its draft is published.
 *
 * @param id of the document that asks; undefined for a new one
 * @param hasDrafts whether the collection has drafts
 */
export async function ownerOfAddress(
  req: PayloadRequest,
  collection: CollectionSlug,
  { slug, id, hasDrafts }: { slug: string; id: string | undefined; hasDrafts: boolean },
): Promise<AddressOwner | undefined> {
  const others = (field: string): Where[] => (id === undefined ? [] : [{ [field]: { not_equals: id } }])
  const row = await req.payload.db.findOne<Row>({
    collection,
    where: { and: [{ slug: { equals: slug } }, ...others('id')] },
    select: { ...TITLES, deletedAt: true },
    req,
  })
  if (row) return { title: titleOf(row), place: row.deletedAt ? 'trash' : 'collection' }
  if (!hasDrafts) return undefined
  // Not asked for the latest ones only: nearly every document has one, and a database that has no statistics may look
  // through all of them instead of the few with this address.
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: { and: [{ 'version.slug': { equals: slug } }, ...others('parent')] },
    select: { latest: true, version: TITLES },
    pagination: false,
    req,
  })
  const version = docs.find(({ latest }) => latest)
  return version && { title: titleOf(version.version), place: 'draft' }
}

function titleOf({ title, name, question }: Omit<Row, 'id'>): string {
  const named = title ?? name ?? question
  return typeof named === 'string' && named !== '' ? named : 'Another document'
}
