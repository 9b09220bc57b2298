import type { Content } from '../../content/content.ts'
import { titleOf } from '../../content/document-title.ts'
import { documentAt } from '../page/document-at.ts'
import { sectionOf } from '../page/section-of.ts'
import { clinicNode } from './clinic.ts'
import type { GraphNode } from './node.ts'
import { pageNode } from './page-node.ts'
import { subjectNode } from './subject.ts'

/**
 * What machines should know of a page. It says nothing that the page does not show.
 *
 * @param title of the page, unless it is that of a document, whose own title is taken
 */
export function graphOf(content: Content, { path, title }: { path: string; title: string }): GraphNode[] {
  const url = `${content.siteUrl}${path}`
  const document = documentAt(content, path)
  const name = document ? titleOf(document) : title
  const subject = document && subjectNode(content, document, url)
  return [
    pageNode(content, { url, title: name, document, subject }),
    subject,
    path === '/' ? undefined : breadcrumbs(content, path, name),
    clinicNode(content),
  ].filter((node) => node !== undefined)
}

function breadcrumbs(content: Content, path: string, title: string): GraphNode {
  const section = sectionOf(path)
  const trail = [{ path: '/', title: 'Home' }, ...(section ? [section] : []), { path, title }]
  return {
    '@type': 'BreadcrumbList',
    '@id': `${content.siteUrl}${path}#breadcrumbs`,
    itemListElement: trail.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.title,
      item: `${content.siteUrl}${step.path}`,
    })),
  }
}

/** A graph as it stands in a page: nothing in it can end the element that it is in. */
export function graphText(graph: readonly GraphNode[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
