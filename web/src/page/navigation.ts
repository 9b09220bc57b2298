import type { Content, DocumentReference } from '../../content/content.ts'
import { formatRemark } from '../../content/remark.ts'

/** A link of the header or footer. */
export type NavigationLink = {
  label: string
  href: string
  /** `page` for the page that is shown, `true` for a part of the site that the page is in. */
  current: 'page' | 'true' | undefined
}

/**
 * The links of the header or the footer. One to a document that is not public is left out, with a warning.
 *
 * @param currentPath path of the page that they are shown on
 */
export function navigationLinks(
  content: Content,
  place: 'header' | 'footer',
  currentPath: string,
): NavigationLink[] {
  return (content.global('navigation')?.[place] ?? []).flatMap(({ label, link }) => {
    const href = targetOf(content, link)
    if (href !== undefined) return [{ label, href, current: currentOf(currentPath, href) }]
    content.warn(
      formatRemark({
        document: { collection: 'navigation', id: 'navigation', title: 'Navigation' },
        field: place,
        reason: `the link “${label}” of the ${place} leads to a page that is not on the site; it is left out. Publish that page, or take the link out.`,
      }),
    )
    return []
  })
}

type Link = { kind?: string; section?: string; document?: DocumentReference; url?: string }

/** What was chosen before the present kind is kept too, so that it is there when an editor goes back to it. */
function targetOf(content: Content, { kind, section, document, url }: Link): string | undefined {
  switch (kind) {
    case 'document':
      return document && content.linkTo(document)?.path
    case 'url':
      return url
    default:
      return section
  }
}

function currentOf(path: string, href: string): NavigationLink['current'] {
  if (path === href) return 'page'
  return href !== '/' && path.startsWith(href) ? 'true' : undefined
}
