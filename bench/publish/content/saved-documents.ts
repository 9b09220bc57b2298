import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { PublicDocument } from '@careword/shared/public-document.ts'

/** Reads the documents that `saveFeed` wrote, one after the other. */
export async function* savedDocuments(file: string): AsyncGenerator<PublicDocument> {
  const input = createReadStream(file)
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      if (line !== '') yield JSON.parse(line) as PublicDocument
  } finally {
    input.destroy()
  }
}

/**
 * The articles with these addresses.
 *
 * @throws Error that names one that is missing
 */
export async function savedArticles(
  file: string,
  slugs: readonly string[],
): Promise<Map<string, PublicDocument<'articles'>>> {
  const wanted = new Set(slugs)
  const found = new Map<string, PublicDocument<'articles'>>()
  for await (const document of savedDocuments(file))
    if (document.collection === 'articles' && wanted.has(document.fields.slug))
      found.set(document.fields.slug, document)
  const missing = slugs.find((slug) => !found.has(slug))
  if (missing !== undefined) throw new Error(`The content has no article “${missing}”.`)
  return found
}
