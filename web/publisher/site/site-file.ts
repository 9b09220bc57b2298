import { PublishError } from '../publish/publish-errors.ts'

/** Letters, digits and what file names are made of; not a dot or hyphen at the start, and nothing that must be escaped. */
const SAFE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.~+@-]*$/u

/** The one folder whose name starts with a dot that is there for the public (RFC 8615). */
const WELL_KNOWN = '.well-known'

/**
 * The file that holds a page: `/a/` is `a/index.html`, `/feed.xml` is `feed.xml`.
 *
 * @param path public path, from the site's root
 * @returns a path relative to the folder of the site, with `/` between its parts
 * @throws PublishError when the path would lead out of that folder, or to a hidden file
 */
export function siteFileOf(path: string): string {
  if (!path.startsWith('/')) throw unsafe(path)
  const file = path.endsWith('/') ? `${path}index.html` : path
  const names = file.slice(1).split('/')
  const [first, ...rest] = names
  const named = first === WELL_KNOWN && rest.length > 0 ? rest : names
  if (!named.every((name) => SAFE_NAME.test(name))) throw unsafe(path)
  return names.join('/')
}

function unsafe(path: string): PublishError {
  return new PublishError(`“${path}” is no path that a page of the site can have.`)
}
