import type { DocumentCollection } from './public-fields.ts'

/** The lists of the site that an editor can link to. */
export const sectionPaths = ['/', '/conditions/', '/articles/', '/faqs/'] as const
export type SectionPath = (typeof sectionPaths)[number]

/** What decides a document's address. */
export type Addressed = {
  collection: DocumentCollection
  slug?: string | undefined
}

/**
 * The public address of a document, from the site's root.
 *
 * @returns the path; undefined for what has no address
 */
export function pathOf({ collection, slug }: Addressed): string | undefined {
  if (!slug) return undefined
  switch (collection) {
    case 'conditions':
    case 'articles':
    case 'people':
    case 'faqs':
      return `/${collection}/${slug}/`
    case 'topics':
      return `/articles/topics/${slug}/`
    case 'pages':
      return `/${slug}/`
    default:
      return undefined
  }
}

/** The list of the articles about one condition. */
export function articlesAboutPath(conditionSlug: string): string {
  return `/articles/conditions/${conditionSlug}/`
}

/** The list of the questions about one condition. */
export function questionsAboutPath(conditionSlug: string): string {
  return `/faqs/conditions/${conditionSlug}/`
}

/** The list of the questions on one topic. */
export function questionsOnPath(topicSlug: string): string {
  return `/faqs/topics/${topicSlug}/`
}

/** The checklist for a visit. */
export const preparePath = '/prepare-for-your-visit/'

/** The page that shows every component and block. Not for search engines, and in no list. */
export const styleguidePath = '/styleguide/'

/** A page of older articles; 1 holds the oldest. */
export function olderArticlesPath(number: number): string {
  return `/articles/page/${number}/`
}

/** Where a file of the media library lies on the site. */
export function mediaPath(file: string): string {
  return `/media/${file}`
}

const reservedSlugs: Partial<Record<DocumentCollection, readonly string[]>> = {
  articles: ['page', 'topics', 'conditions'],
  faqs: ['topics', 'conditions'],
  pages: [
    'conditions',
    'articles',
    'faqs',
    'people',
    'prepare-for-your-visit',
    'styleguide',
    'media',
    'admin',
    'api',
    'search',
    'index',
    '404',
  ],
}

/** Whether the site needs this address for itself, so that no document may have it. */
export function isReservedSlug(collection: DocumentCollection, slug: string): boolean {
  return reservedSlugs[collection]?.includes(slug) ?? false
}
