import { idFor, nameOf } from './identifiers.ts'
import { targetOf } from './reference.ts'
import type { Reference } from './reference.ts'
import type { StarterDocument } from './starter-document.ts'
import type { Writing } from './writing.ts'

/** The id that a reference’s target gets when it is created. */
export function starterIdOf(reference: Reference): string {
  return idFor(nameOf(targetOf(reference)))
}

/**
 * What a document is written with.
 *
 * @param name tells the ids of its nodes from those of other documents
 * @param idOf the id of each reference’s target; by default the one that the target gets when it is created
 */
export function writingOf(name: string, idOf: Writing['idOf'] = starterIdOf): Writing {
  let nodes = 0
  return {
    idOf,
    cite: () => undefined,
    nextId: () => idFor(`${name}#${nodes++}`),
  }
}

/** Everything that a document names, apart from what is set later. */
export function referencesOf(document: StarterDocument): Reference[] {
  const references = new Set<Reference>()
  document.build(
    writingOf(nameOf(document), (reference) => {
      references.add(reference)
      return starterIdOf(reference)
    }),
  )
  return [...references]
}
