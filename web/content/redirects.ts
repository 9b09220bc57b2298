import { isPage } from './address.ts'
import type { Content } from './content.ts'

/** An address that leads to another one. */
export type Redirect = { from: string; to: string }

/**
 * The redirects of the site.
 *
 * Left out: one from an address that has a page, one that leads to itself or in a circle, and one whose target is
 * not public or no address.
 */
export function redirectsOf(content: Content): Redirect[] {
  const wanted = new Map<string, Redirect>()
  for (const { fields } of content.list({ collection: 'redirects' })) {
    const to = targetOf(content, fields.to)
    if (to === undefined || isPage(content, withSlash(fields.from))) continue
    wanted.set(withSlash(fields.from), { from: fields.from, to })
  }
  return [...wanted.values()].filter(({ to }) => arrives(content, wanted, to))
}

type Target = { type?: string; reference?: { relationTo: string; value: string }; url?: string }

function targetOf(content: Content, target: Target | undefined): string | undefined {
  if (target?.type === 'reference') return target.reference && content.linkTo(target.reference)?.path
  const url = target?.url
  return url !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(url) && URL.canParse(url, content.siteUrl)
    ? url
    : undefined
}

/** Whether one who follows the redirects from here ends at a page of the site, or on another site. */
function arrives(content: Content, redirects: ReadonlyMap<string, Redirect>, target: string): boolean {
  const seen = new Set<string>()
  let path = pathOnSite(content, target)
  while (path !== undefined && !isPage(content, path)) {
    const next = redirects.get(path)
    if (!next || seen.has(path)) return false
    seen.add(path)
    path = pathOnSite(content, next.to)
  }
  return true
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
