import {
  articlesAboutPath,
  pathOf,
  preparePath,
  sectionPaths,
  styleguidePath,
} from '@careword/shared/paths.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { publicCollections, type PublicCollection } from '@careword/shared/public-fields.ts'
import type { Content, DocumentReference } from './content.ts'
import { titleOf } from './document-title.ts'
import { isOlderPage } from './article-pages.ts'

/**
 * Where a document can be read, and what it is called. The title is read from the document when it is asked for:
 * a page that needs the path only does not depend on it.
 */
export type Address = { readonly path: string; readonly title: string }

/**
 * The public address of a document.
 *
 * @returns undefined when the document is not public or has no address
 */
export function addressOf(content: Content, { relationTo, value }: DocumentReference): Address | undefined {
  if (!isPublicCollection(relationTo)) return undefined
  const document = content.get(relationTo, value)
  if (!document) return undefined
  if (document.collection === 'topics' && !hasArticles(content, 'topics', document.id)) return undefined
  const slug = 'slug' in document.fields ? document.fields.slug : undefined
  const path = pathOf({ collection: document.collection, slug })
  return path === undefined ? undefined : addressAt(path, document)
}

/** The list of the articles about a condition. @returns undefined when there is none to list */
export function articlesAboutAddress(content: Content, conditionId: string): Address | undefined {
  const condition = content.get('conditions', conditionId)
  if (!condition || !hasArticles(content, 'conditions', conditionId)) return undefined
  return addressAt(articlesAboutPath(condition.fields.slug), condition)
}

function addressAt(path: string, document: PublicDocument): Address {
  return {
    path,
    get title() {
      return titleOf(document)
    },
  }
}

/** Whether a list of articles by topic or condition would have anything in it. */
export function hasArticles(content: Content, field: 'topics' | 'conditions', id: string): boolean {
  return content.hasAtLeast(1, { collection: 'articles', where: { [field]: id } })
}

/** Whether a list of questions by topic or condition would have anything in it. */
export function hasQuestions(content: Content, by: 'topics' | 'conditions', id: string): boolean {
  const where = by === 'topics' ? { topic: id } : { conditions: id }
  return content.hasAtLeast(1, { collection: 'faqs', where })
}

const fixedPaths: readonly string[] = [
  ...sectionPaths,
  preparePath,
  styleguidePath,
  '/search/',
  '/404.html',
  '/sitemap.xml',
  '/robots.txt',
  '/feed.xml',
  '/llms.txt',
]

/**
 * Whether the site has a page at a path, asked without listing all pages.
 *
 * @param path from the site's root; `?query` and `#anchor` are ignored
 */
export function isPage(content: Content, path: string): boolean {
  const [bare = ''] = path.split(/[?#]/, 1)
  if (fixedPaths.includes(bare)) return true
  const parts = /^\/(?:([a-z0-9-]+)\/)?(?:([a-z0-9-]+)\/)?([a-z0-9-]+)\/$/.exec(bare)
  if (!parts) return false
  const [, section, part, slug = ''] = parts
  if (section === undefined) return content.bySlug('pages', slug) !== undefined
  if (part === undefined) return isDocumentPage(content, section, slug)
  if (section === 'articles' && part === 'page')
    return /^[1-9]\d*$/.test(slug) && isOlderPage(content, Number(slug))
  if (part !== 'topics' && part !== 'conditions') return false
  const subject = content.bySlug(part, slug)
  if (!subject) return false
  if (section === 'articles') return hasArticles(content, part, subject.id)
  return section === 'faqs' && hasQuestions(content, part, subject.id)
}

function isDocumentPage(content: Content, section: string, slug: string): boolean {
  switch (section) {
    case 'conditions':
    case 'articles':
    case 'people':
    case 'faqs':
      return content.bySlug(section, slug) !== undefined
    default:
      return false
  }
}

function isPublicCollection(name: string): name is PublicCollection {
  return (publicCollections as readonly string[]).includes(name)
}
