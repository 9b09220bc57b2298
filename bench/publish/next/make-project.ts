import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { keyOf } from '@careword/shared/change-feed.ts'
import { mediaPath, pathOf } from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { isGenerated } from '../content/article-slug.ts'
import { savedDocuments } from '../content/saved-documents.ts'
import { removeFolder } from '../folders.ts'
import type { Site } from './project/page/documents.ts'

/** Where the documents of a project lie. */
export function documentsFolder(folder: string): string {
  return path.join(folder, 'data')
}

/** The file of an article. */
export function articleFile(folder: string, slug: string): string {
  return path.join(documentsFolder(folder), 'articles', `${slug}.json`)
}

/**
 * Makes a Next application whose articles are as long as Careword's, with the same content.
 *
 * @param folder inside the project, so that packages are found; what is there is removed
 * @param documentsFile the content, a document a line
 */
export async function makeProject(folder: string, documentsFile: string): Promise<void> {
  await removeFolder(folder)
  await mkdir(path.join(documentsFolder(folder), 'articles'), { recursive: true })
  await cp(path.join(import.meta.dirname, 'project'), folder, {
    recursive: true,
    // It leads to places that a copy has not.
    filter: (file) => path.basename(file) !== 'tsconfig.json',
  })
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }\n')
  const slugs: string[] = []
  const site: Partial<Site> & Pick<Site, 'links' | 'pictures'> = { links: {}, pictures: {} }
  for await (const document of savedDocuments(documentsFile)) {
    takeShared(document, site)
    // The starter content has blocks that this application does not know; it is a few articles of many.
    if (document.collection !== 'articles' || !isGenerated(document.fields.slug)) continue
    slugs.push(document.fields.slug)
    await writeFile(articleFile(folder, document.fields.slug), JSON.stringify(document))
  }
  await writeFile(path.join(documentsFolder(folder), 'site.json'), JSON.stringify(site))
  await writeFile(path.join(documentsFolder(folder), 'slugs.json'), JSON.stringify(slugs))
}

/** Takes what pages show of a document that is not their own. */
function takeShared(document: PublicDocument, site: Partial<Site> & Pick<Site, 'links' | 'pictures'>): void {
  const { collection, fields } = document
  if (collection === 'clinic') site.clinic = fields
  else if (collection === 'crisis') site.crisis = fields
  else if (collection === 'navigation') site.navigation = fields
  else if (collection === 'media')
    site.pictures[document.id] = {
      path: mediaPath(fields.filename ?? ''),
      width: fields.width ?? 0,
      height: fields.height ?? 0,
    }
  const slug = 'slug' in fields ? fields.slug : undefined
  const address = pathOf({ collection, slug })
  if (address !== undefined) site.links[keyOf(document)] = { path: address, title: titleIn(fields) }
}

function titleIn(fields: object): string {
  const named = fields as { title?: string; name?: string; question?: string }
  return named.title ?? named.name ?? named.question ?? ''
}
