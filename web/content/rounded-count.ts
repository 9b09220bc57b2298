import type { PublicCollection } from '@careword/shared/public-fields.ts'
import type { Content } from './content.ts'

/** A collection never counts as smaller. */
export const SMALLEST = 8

const STEPS_A_DOUBLING = 2

/**
 * About how many documents a collection has, rounded up to one of a few numbers (8, 12, 16, 23, 32 …), so that what depends
 * on it changes when the collection has grown by two fifths, and not with each new document.
 */
export function roundedCount(content: Content, collection: PublicCollection): number {
  let step = 0
  while (content.hasAtLeast(numberAt(step) + 1, { collection })) step += 1
  return numberAt(step)
}

function numberAt(step: number): number {
  return Math.ceil(SMALLEST * 2 ** (step / STEPS_A_DOUBLING))
}
