import type { PublicDocument } from '@careword/shared/public-document.ts'
import { isPage } from './address.ts'
import { CannotRender } from './cannot-render.ts'
import type { Content } from './content.ts'
import { decodedPath } from './decoded-path.ts'
import { titleOf } from './document-title.ts'

/** An address that leads to another one. */
export type Redirect = { from: string; to: string }

/** What the site makes of the editors' redirects. */
export type SiteRedirects = {
  redirects: Redirect[]
  /** Why each of the others leads nobody anywhere. */
  idle: CannotRender[]
}

/**
 * The redirects of the site.
 *
 * One from an address that has a page is left out, since a page goes before a redirect; so is one that leads in a circle, and one
 * whose target is not on the site or no address. They are idle, but for those that nobody has to mend: one that leads to the very
 * page at its old address, and one that has lost its target since that was deleted.
 */
export function redirectsOf(content: Content): SiteRedirects {
  const wanted = new Map<string, { document: RedirectDocument; redirect: Redirect }>()
  const idle: CannotRender[] = []
  for (const document of content.list({ collection: 'redirects' })) {
    const redirect = redirectBy(content, document)
    if (redirect instanceof CannotRender) idle.push(redirect)
    else if (redirect) wanted.set(withSlash(redirect.from), { document, redirect })
  }

  const redirects: Redirect[] = []
  const targets = new Map([...wanted].map(([place, { redirect }]) => [place, redirect.to]))
  for (const { document, redirect } of wanted.values()) {
    const end = deadEnd(content, targets, redirect.to)
    if (end === undefined) redirects.push(redirect)
    else
      idle.push(
        idleSince(
          document,
          'to',
          `it leads to “${end}”, where the site has no page. Choose another target, or publish that page first.`,
        ),
      )
  }
  return { redirects, idle }
}

type RedirectDocument = PublicDocument<'redirects'>

/**
 * @returns why it is idle; undefined when nobody needs it, since the page is at its old address, or the document that it led to was
 * deleted: with it goes the reference, and who deleted it did not change the redirect
 */
function redirectBy(content: Content, document: RedirectDocument): Redirect | CannotRender | undefined {
  const { from } = document.fields
  if (!/^\/(?!\/)[^?#]*$/.test(from))
    return idleSince(
      document,
      'from',
      `“${from}” is no address of this site. Write it from its first slash, without “?” or “#”.`,
    )
  const asked = URL.parse(from, content.siteUrl)?.pathname ?? from
  if (decodedPath(asked) !== decodedPath(from))
    return idleSince(
      document,
      'from',
      `browsers ask for “${asked}” where “${from}” is typed. Write that instead.`,
    )
  if (document.fields.to?.type === 'reference' && !document.fields.to.reference) return undefined
  const to = targetOf(content, document)
  if (to instanceof CannotRender) return to
  if (!isPage(content, withSlash(from))) return { from, to }
  if (pathOnSite(content, to) === withSlash(from)) return undefined
  return idleSince(
    document,
    'from',
    `the site has a page at “${from}”, and shows it rather than lead on. Take that page off the site, or give it another address.`,
  )
}

/** @returns where a redirect leads, or why that is nowhere */
function targetOf(content: Content, document: RedirectDocument): string | CannotRender {
  const { type, reference, url } = document.fields.to ?? {}
  if (type === 'reference') {
    const path = reference && content.linkTo(reference)?.path
    return (
      path ??
      idleSince(
        document,
        'to',
        'it leads to a document that is not on the site. Publish that one, or choose another one.',
      )
    )
  }
  if (url !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(url) && URL.canParse(url, content.siteUrl))
    return url
  return idleSince(document, 'to', `“${url ?? ''}” is no address that a redirect can lead to.`)
}

function idleSince(document: RedirectDocument, field: 'from' | 'to', reason: string): CannotRender {
  const { collection, id } = document
  return new CannotRender({ collection, id, title: titleOf(document) }, field, reason)
}

/**
 * Where one who follows the redirects ends, when that is neither a page of the site nor another site.
 *
 * @param targets where redirects lead, by the address that they start from
 * @returns undefined when one arrives
 */
function deadEnd(content: Content, targets: ReadonlyMap<string, string>, target: string): string | undefined {
  const seen = new Set<string>()
  let path = pathOnSite(content, target)
  while (path !== undefined && !isPage(content, path)) {
    const next = targets.get(path)
    if (next === undefined || seen.has(path)) return path
    seen.add(path)
    path = pathOnSite(content, next)
  }
  return undefined
}

function pathOnSite(content: Content, target: string): string | undefined {
  const url = new URL(target, content.siteUrl)
  if (url.origin !== new URL(content.siteUrl).origin) return undefined
  return isPage(content, url.pathname) ? url.pathname : withSlash(url.pathname)
}

// `/old` and `/old/` are one address: hosts add the slash.
function withSlash(path: string): string {
  return path.endsWith('/') || /\.[a-z0-9]+$/i.test(path) ? path : `${path}/`
}
