import { createHash } from 'node:crypto'
import { mentions } from './mentions.ts'
import type { Answer } from './visitor.ts'

/** What a visitor must find at an address. */
export type Expectation = {
  /** `bytes`: those with the hash; `gone`: 404 or a redirect; `anything`: it is only searched for `unmentioned`. */
  find: { kind: 'bytes'; hash: string } | { kind: 'gone' | 'anything' }
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
  { status, body }: Answer,
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
