import { createApp } from 'astro/app/entrypoint'
import { refuseUnfinished } from './unfinished.ts'
import type { Render } from './rendered.ts'

// Without streaming a page is either whole or an error, never the first half of one.
const app = createApp({ streaming: false })

// Whoever asked for the page gets the error; a copy of it in the log would only be noise.
app.logger.options.level = 'silent'

// Astro would answer an error with an empty page and keep the error to its log.
app.renderError = (request, { status, error }) => {
  if (error instanceof Error) return Promise.reject(error)
  if (status === 404) return Promise.resolve(new Response(null, { status }))
  return Promise.reject(new Error(`${new URL(request.url).pathname} was not rendered.`, { cause: error }))
}

const NOT_FOUND_FILE = '/404.html'
const NOT_FOUND_ROUTE = '/404/'

export const render: Render = async ({ path }, content) => {
  const isNotFoundFile = path === NOT_FOUND_FILE
  const url = new URL(isNotFoundFile ? NOT_FOUND_ROUTE : path, content.siteUrl)
  const response = await app.render(new Request(url), { locals: { content } })
  if (response.status === 404 && !isNotFoundFile) return { status: 404, headers: {}, body: '' }
  const body = await response.text()
  refuseUnfinished(path, body)
  const headers = Object.fromEntries(response.headers)
  // What a host adds itself, for the bytes that it sends.
  delete headers['content-length']
  return { status: isNotFoundFile ? 200 : response.status, headers, body }
}
