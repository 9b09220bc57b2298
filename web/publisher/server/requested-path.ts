/** The one folder whose name starts with a dot that is there for the public (RFC 8615). */
const WELL_KNOWN = '.well-known'

/** How a target begins that is a whole address, as it may be (RFC 9112, section 3.2.2). The slash may be missing after the host. */
const WHOLE_ADDRESS = /^https?:\/\/[^/?#]+\/?/i

/** What a request asks for. */
export type RequestedPath = {
  /** Decoded, from the site's root; it names nothing outside the site's folder and no hidden file. */
  path: string
  /** With the question mark; empty when there is none. */
  query: string
}

/**
 * Reads the target of a request.
 *
 * @param target as it stands in the request's first line
 * @returns undefined for what can be no page: encoded slashes, `..`, hidden files, empty parts, broken encoding
 */
export function requestedPath(target: string): RequestedPath | undefined {
  const [, rawPath, query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target.replace(WHOLE_ADDRESS, '/')) ?? []
  const names = decodeParts(rawPath ?? '')
  if (names?.[0] !== '' || names.length < 2) return undefined
  const inner = names.slice(1)
  const isSafe = inner.every(
    (name, index) =>
      (index === 0 && name === WELL_KNOWN && inner.length > 1) ||
      (!/^\.|[/\\\p{Cc}]/u.test(name) && (name !== '' || index === inner.length - 1)),
  )
  return isSafe ? { path: names.join('/'), query } : undefined
}

function decodeParts(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    // A percent sign that encodes nothing.
    return undefined
  }
}

/** A decoded path as it may stand in a header. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
