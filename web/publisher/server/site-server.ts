import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { headerRules, headersFor } from '../site/headers-file.ts'
import { redirectFor } from '../site/redirects-file.ts'
import type { ServedRelease, ServedSite } from '../store/served-site.ts'
import { StoreDamaged } from '../store/store-errors.ts'
import { encodePath, requestedPath } from './requested-path.ts'
import { REVALIDATE, sendFile } from './send-file.ts'

const NOT_FOUND_PAGE = '404.html'

/** Files of the site that speak to the host and not to visitors. */
const FOR_THE_HOST = new Set(['_headers', '_redirects'])

/**
 * A server for the site, with the rules that static hosts follow. It does not listen yet.
 *
 * Every answer is made of one release, whose number is in the header `X-Release`. Who sees a release there will see it
 * or a later one from then on, so that a publish can be checked.
 *
 * @param log takes a sentence when a file cannot be read
 */
export function createSiteServer(site: ServedSite, log: (sentence: string) => void): Server {
  return createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      // A caller that went away in the middle of a file is no news.
      if (!response.destroyed) log(`${request.url} could not be answered: ${(error as Error).message}`)
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'Something went wrong on our side. Please try again.')
    })
  })
}

async function answer(site: ServedSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answerFrom(site, site.release(), request, response)
  } catch (error) {
    if (!(error instanceof StoreDamaged) || response.headersSent) throw error
    // The release was replaced, or an asset was given up, and deleted while the answer was made.
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    await answerFrom(site, site.refresh(), request, response)
  }
}

async function answerFrom(
  { objectsDirectory }: ServedSite,
  release: ServedRelease | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const wanted = requestedPath(request.url ?? '')
  for (const [name, value] of headersFor(release?.headers ?? headerRules(undefined), wanted?.path ?? '/'))
    response.setHeader(name, value)
  if (release) response.setHeader('X-Release', release.number)

  const send = async (status: 200 | 404, path: string): Promise<boolean> => {
    const found = release?.find(path)
    if (found) await sendFile(request, response, status, { objectsDirectory, path, file: found.file })
    return found !== undefined
  }
  const sendNotFound = async () =>
    (await send(404, NOT_FOUND_PAGE)) ||
    sendText(response, 404, 'There is no page here. Nothing was published yet.')

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(response, 405, 'This site can only be read.')
  }
  if (!release || !wanted) return sendNotFound()
  const { path, query } = wanted
  const file = (path.endsWith('/') ? `${path}index.html` : path).slice(1)
  if (FOR_THE_HOST.has(file) || file === NOT_FOUND_PAGE) return sendNotFound()
  if (await send(200, file)) return

  if (!path.endsWith('/') && release.find(`${file}/index.html`))
    return redirect(response, 301, `${encodePath(path)}/${query}`)
  const rule = redirectFor(release.redirects, path)
  if (rule)
    return redirect(response, rule.status, rule.to.includes('?') ? rule.to : withQuery(rule.to, query))
  return sendNotFound()
}

function withQuery(address: string, query: string): string {
  const [path = '', ...anchor] = address.split(/(?=#)/)
  return path + query + anchor.join('')
}

function redirect(response: ServerResponse, status: number, location: string): ServerResponse {
  response.setHeader('Cache-Control', REVALIDATE)
  return response.writeHead(status, { Location: location, 'Content-Length': 0 }).end()
}

function sendText(response: ServerResponse, status: number, text: string): ServerResponse {
  response.setHeader('Cache-Control', REVALIDATE)
  return response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}
