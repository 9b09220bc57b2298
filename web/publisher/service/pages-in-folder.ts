import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isMissing } from '../files/read-if-there.ts'

/** The addresses of the pages that lie in the site's folder; none when there is no folder. */
export async function pagesInFolder(siteDirectory: string): Promise<string[]> {
  try {
    const entries = await readdir(siteDirectory, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map((entry) => relative(siteDirectory, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
