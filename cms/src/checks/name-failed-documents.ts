import type { CollectionAfterOperationHook } from 'payload'

type Outcome = { docs: unknown[]; errors: { id: string; message: string }[] }

/** Says of each document that a change or deletion of many failed for, which one it is: the messages tell only its fields. */
export const nameFailedDocuments: CollectionAfterOperationHook = async (call) => {
  const { collection, req, result } = call
  // Typed wider, because one of the names in the type is deprecated, though not those used here.
  const { operation }: { operation: string } = call
  if (operation !== 'update' && operation !== 'delete') return result
  const outcome = result as Outcome
  if (outcome.errors.length === 0) return result
  const { useAsTitle = 'id' } = collection.admin
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { id: { in: outcome.errors.map(({ id }) => id) } },
    // By the newest title, as in the list that they were chosen from.
    draft: true,
    trash: true,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    select: { [useAsTitle]: true },
    req,
  })
  const rows = docs as unknown as (Record<string, unknown> & { id: string })[]
  const titles = new Map(rows.map((row) => [row.id, row[useAsTitle]]))
  const errors = outcome.errors.map((error) => {
    const title = titles.get(error.id)
    const name =
      typeof title === 'string' && title.trim() !== '' ? `“${title}”` : 'A document without a title'
    return { ...error, message: `${name}: ${error.message}` }
  })
  return { ...outcome, errors }
}
