import { nameOf } from './identifiers.ts'
import { targetOf } from './reference.ts'
import type { StarterDocument } from './starter-document.ts'
import { referencesOf } from './write-document.ts'

/**
 * Puts documents in an order in which each one comes after all that it names, so that no link ever leads to nothing.
 *
 * @throws Error when a document names one that does not exist, or when documents name one another in a circle
 */
export function inLoadOrder(documents: readonly StarterDocument[]): StarterDocument[] {
  const byName = new Map(documents.map((document) => [nameOf(document), document]))
  const ordered = new Set<StarterDocument>()
  const visit = (document: StarterDocument, path: readonly string[]): void => {
    if (ordered.has(document)) return
    const here = [...path, nameOf(document)]
    if (path.includes(nameOf(document))) throw new Error(`These link in a circle: ${here.join(' → ')}.`)
    for (const reference of referencesOf(document)) {
      const target = targetOf(reference)
      // Pictures are created before any text.
      if (target.collection === 'media') continue
      const named = byName.get(nameOf(target))
      if (!named) throw new Error(`${nameOf(document)} names “${reference}”, which does not exist.`)
      visit(named, here)
    }
    ordered.add(document)
  }
  for (const document of documents) visit(document, [])
  return [...ordered]
}
