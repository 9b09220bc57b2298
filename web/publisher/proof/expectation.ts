import { createHash } from 'node:crypto'
import { mentions } from './mentions.ts'
import type { Answer } from './visitor.ts'

/** What a visitor must find at an address. */
export type Expectation = {
  /**
   * `bytes`: those with the hash; `gone`: 404 or a redirect; `redirect`: one to that address; `other than redirect`: anything but
   * one to that address; `anything`: it is only searched for `unmentioned`.
   */
  find:
    | { kind: 'bytes'; hash: string }
    | { kind: 'redirect' | 'other than redirect'; to: string }
    | { kind: 'gone' | 'anything' }
  /** Addresses of documents that were withdrawn, which it must not name. */
  unmentioned: readonly string[]
}

const NOT_FOUND_PAGE = '/404.html'
const isRedirect = (status: number) => status >= 300 && status < 400
const isGone = (status: number) => status === 404 || status === 410 || isRedirect(status)

/**
 * Compares what came with what was expected.
 *
 * @param server its address, for the sentence
 * @returns what is wrong, as a sentence; undefined when nothing is
 */
export function complaintAbout(
  { status, location, body }: Answer,
  { find, unmentioned }: Expectation,
  path: string,
  server: string,
): string | undefined {
  if (find.kind === 'gone') {
    if (isGone(status)) return undefined
    return status < 300
      ? `The server at ${server} still shows ${path}, which was taken down.`
      : `The server at ${server} answers ${path}, which was taken down, with the error ${status}.`
  }
  if (find.kind === 'redirect' || find.kind === 'other than redirect') {
    const leadsThere = isRedirect(status) && location !== undefined && isSameTarget(location, find.to, server)
    if (leadsThere === (find.kind === 'redirect')) return undefined
    if (leadsThere) return `The server at ${server} still leads from ${path} to ${find.to}.`
    const instead = isRedirect(status) ? `it leads to ${location}` : `it answers with ${status}`
    return `The server at ${server} does not lead from ${path} to ${find.to}: ${instead}.`
  }
  if (find.kind === 'bytes') {
    if (status !== 200 && path !== NOT_FOUND_PAGE)
      return `The server at ${server} does not show ${path}, which was published: it answers with ${status}.`
    if (createHash('sha256').update(body).digest('hex') !== find.hash)
      return `The server at ${server} still shows an older version of ${path}.`
  }
  if (status !== 200 || unmentioned.length === 0) return undefined
  const text = body.toString('utf8')
  const mentioned = unmentioned.find((address) => mentions(text, address))
  return mentioned === undefined
    ? undefined
    : `${path} at ${server} still mentions ${mentioned}, which was taken down.`
}

/** A host may send the whole address, with a name of its own, where the rule has a path. */
function isSameTarget(location: string, to: string, server: string): boolean {
  const [sent, wanted] = [URL.parse(location, server), URL.parse(to, server)]
  if (!sent || !wanted) return false
  const path = ({ pathname, search, hash }: URL) => pathname + search + hash
  return to.startsWith('/') ? path(sent) === path(wanted) : sent.href === wanted.href
}
