import { readFile } from 'node:fs/promises'
import type { PublicDocument, PublicFields } from '@careword/shared/public-document.ts'

/** What pages show besides their own document. */
export type Site = {
  clinic: PublicFields<'clinic'>
  crisis: PublicFields<'crisis'>
  navigation: PublicFields<'navigation'>
  /** Where references lead, by `collection:id`. */
  links: Record<string, { path: string; title: string }>
  /** File and size of pictures, by id. */
  pictures: Record<string, { path: string; width: number; height: number }>
}

const folder = process.env.BENCH_DOCUMENTS ?? ''

export async function readArticle(slug: string): Promise<PublicDocument<'articles'>> {
  return JSON.parse(await readFile(`${folder}/articles/${slug}.json`, 'utf8')) as PublicDocument<'articles'>
}

export async function readSite(): Promise<Site> {
  return JSON.parse(await readFile(`${folder}/site.json`, 'utf8')) as Site
}

export async function readSlugs(): Promise<string[]> {
  return JSON.parse(await readFile(`${folder}/slugs.json`, 'utf8')) as string[]
}
