import { decodedPath } from '../../content/decoded-path.ts'
import type { Redirect } from '../../content/redirects.ts'

/** An address of the site that leads to another one, here or elsewhere. */
export type RedirectRule = { from: string; to: string; status: number }

/** Makes rules of the editors' redirects. */
export function redirectRules(redirects: readonly Redirect[]): RedirectRule[] {
  return redirects.map(({ from, to }) => ({
    from: oneWord(from).replaceAll('*', '%2A').replaceAll(':', '%3A'),
    to: oneWord(to),
    status: 301,
  }))
}

/**
 * Spaces and line breaks part the words and rules of the file, so a redirect must not bring any of its own; a header
 * takes nothing beyond ASCII.
 */
function oneWord(address: string): string {
  return address
    .trim()
    .toWellFormed()
    .replace(/[^!-~]+/g, encodeURIComponent)
}

/** Writes rules as the file `_redirects` that Netlify and Cloudflare Pages read. */
export function formatRedirects(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to, status }) => `${from} ${to} ${status}\n`).join('')
}

/** Reads a file `_redirects`; lines of another form are skipped. */
export function parseRedirects(text: string): RedirectRule[] {
  return text.split('\n').flatMap((line) => {
    const [from, to, status = '301'] = line.trim().split(/\s+/)
    return from?.startsWith('/') && to && /^30[1278]$/.test(status)
      ? [{ from, to, status: Number(status) }]
      : []
  })
}

/**
 * The redirect for a path, with or without the slash at its end: to hosts both are one address.
 *
 * @param path decoded
 */
export function redirectFor(rules: readonly RedirectRule[], path: string): RedirectRule | undefined {
  const wanted = comparable(path)
  return rules.find(({ from }) => comparable(decodedPath(from)) === wanted)
}

const comparable = (path: string): string => path.replace(/\/+$/, '')
