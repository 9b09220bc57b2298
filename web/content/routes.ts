import {
  olderArticlesPath,
  preparePath,
  questionsAboutPath,
  questionsOnPath,
  styleguidePath,
} from '@careword/shared/paths.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { articlesAboutAddress, hasQuestions } from './address.ts'
import { olderPageCount } from './article-pages.ts'
import type { Content } from './content.ts'
import { foundFiles } from './found-files.ts'

/** The path of every page that the site has for this content. Redirects are not pages. */
export function routesOf(content: Content): string[] {
  const olderPages = Array.from({ length: olderPageCount(content) }, (_, index) =>
    olderArticlesPath(index + 1),
  )
  const articlesAbout = content
    .list({ collection: 'conditions' })
    .flatMap(({ id }) => articlesAboutAddress(content, id)?.path ?? [])
  const texts = pathsOf(content, 'pages')
  const pages = [
    '/',
    '/conditions/',
    ...pathsOf(content, 'conditions'),
    '/articles/',
    ...olderPages,
    ...pathsOf(content, 'topics'),
    ...articlesAbout,
    ...pathsOf(content, 'articles'),
    '/faqs/',
    ...questionLists(content, 'topics', questionsOnPath),
    ...questionLists(content, 'conditions', questionsAboutPath),
    ...pathsOf(content, 'faqs'),
    preparePath,
    ...pathsOf(content, 'people'),
    ...texts,
    styleguidePath,
    '/404.html',
    '/sitemap.xml',
    '/robots.txt',
    '/feed.xml',
  ]
  return [...pages, ...foundFiles(content, pages, texts)]
}

function pathsOf(content: Content, collection: PublicCollection): string[] {
  return content
    .list({ collection })
    .flatMap(({ id }) => content.linkTo({ relationTo: collection, value: id })?.path ?? [])
}

function questionLists(
  content: Content,
  by: 'topics' | 'conditions',
  pathTo: (slug: string) => string,
): string[] {
  return content
    .list({ collection: by })
    .filter(({ id }) => hasQuestions(content, by, id))
    .map(({ fields }) => pathTo(fields.slug))
}
