import type { CollectionSlug, PayloadRequest } from 'payload'
import { hasDrafts } from '@careword/shared/public-fields.ts'
import { isPublic, mainRowsOf } from '../publication/main-row.ts'

/** A document by where it is. */
export type Target = { collection: string; id: string }

/**
 * Which of several documents the public can read, asked of the database once for each collection.
 *
 * @returns tells it of one of them
 */
export async function publicAmong(
  req: PayloadRequest,
  targets: readonly Target[],
): Promise<(target: Target) => boolean> {
  const rows = new Map(
    await Promise.all(
      [...Map.groupBy(targets, ({ collection }) => collection)].map(
        async ([collection, those]) =>
          [
            collection,
            await mainRowsOf(
              req,
              collection as CollectionSlug,
              those.map(({ id }) => id),
            ),
          ] as const,
      ),
    ),
  )
  return ({ collection, id }) => isPublic(rows.get(collection)?.get(id), hasDrafts(collection))
}
