import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'

/** A document that has a page of its own. */
export type PagedDocument = PublicDocument<'conditions' | 'articles' | 'faqs' | 'people' | 'pages'>

/** The document whose page is at a path. @returns undefined for lists and for what is no page */
export function documentAt(content: Content, path: string): PagedDocument | undefined {
  const [, section, slug = ''] = /^\/(?:([a-z]+)\/)?([a-z0-9-]+)\/$/.exec(path) ?? []
  const document = section === undefined ? content.bySlug('pages', slug) : inSection(content, section, slug)
  const address = document && content.linkTo({ relationTo: document.collection, value: document.id })
  return address?.path === path ? document : undefined
}

function inSection(content: Content, section: string, slug: string): PagedDocument | undefined {
  switch (section) {
    case 'conditions':
    case 'articles':
    case 'faqs':
    case 'people':
      return content.bySlug(section, slug)
    default:
      return undefined
  }
}
