import { richText } from '../rich-text.ts'
import type { Part } from '../rich-text.ts'
import { governance, withSources } from '../starter-document.ts'
import type { StarterDocument } from '../starter-document.ts'

/** A page about the site itself. */
export type StarterPage = { slug: string; title: string; published: string; summary: string; body: Part[] }

/** Prepares a page for the load. */
export function page({ body, published, ...page }: StarterPage): StarterDocument<'pages'> {
  return {
    collection: 'pages',
    slug: page.slug,
    build: (writing) => ({
      ...page,
      ...withSources((cited) => ({ body: richText(body, cited) }), writing),
      ...governance(published, writing),
    }),
  }
}
