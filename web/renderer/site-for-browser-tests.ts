import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../../journeys/browser.ts'
import { startReading } from '../content/content.ts'
import type { Snapshot } from '../content/snapshot.ts'
import { rendererForTests } from './build-for-tests.ts'
import type { Renderer } from './load.ts'

/** A page in a browser. */
export type OpenedPage = {
  page: Page
  complaints: string[]
  /** The hosts that were asked for anything, but for the site itself, as soon as nothing is asked for any more. */
  hosts(): Promise<string[]>
  /**
   * All that the page asks the network for from now on, as it asks: paths of the site, whole addresses of others.
   * The site's icon is left out: the browser fetches it when it likes, whatever the page does.
   */
  watchRequests: () => string[]
}

/** A browser on a site that renders its pages as they are asked for, with the headers they come with. */
export type BrowsedSite = {
  /** Where it is served, without a slash at its end. */
  address: string
  /** An empty page in a browser window of its own. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Opens a page, and collects what the browser complains of: refused scripts and styles, errors in scripts. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenedPage>
  close(): Promise<void>
}

const contentTypes: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

type Options = {
  /** Wait for fonts as long as they take, so that a picture of a page shows them on a slow machine too. */
  areFontsAwaited?: boolean
}

/** Serves the site of a snapshot, with one picture for all of its pictures, and opens a browser for it. */
export async function browseSite(
  snapshot: Snapshot,
  { areFontsAwaited = false }: Options = {},
): Promise<BrowsedSite> {
  const renderer = await rendererForTests()
  const server = createServer((request, response) => {
    void answer(renderer, snapshot, new URL(request.url ?? '/', 'http://site').pathname).then(
      ({ status, headers, body }) => {
        const isStyle = headers['content-type'] === contentTypes.css
        response
          .writeHead(status, headers)
          .end(
            isStyle && areFontsAwaited
              ? body.toString().replaceAll('font-display:optional', 'font-display:block')
              : body,
          )
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  const newPage: BrowsedSite['newPage'] = async (options = {}) =>
    (await browser.newContext(options)).newPage()
  return {
    address: site,
    newPage,
    open: async (path, options) => {
      const page = await newPage(options)
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        complaints.push(message.text())
      })
      const asked = new Set<string>()
      page.on('request', (request) => asked.add(new URL(request.url()).origin))
      const response = await page.goto(site + path)
      if (response?.ok() !== true)
        throw new Error(`${path} was answered with ${response?.status()}: ${await response?.text()}`)
      await page.evaluate(() => document.fonts.ready)
      const hosts = async () => {
        await page.waitForLoadState('networkidle')
        return [...asked].filter((origin) => origin !== site)
      }
      const watchRequests = () => {
        const watched: string[] = []
        page.on('request', (request) => {
          const address = request.url()
          if (address !== site + ICON)
            watched.push(address.startsWith(`${site}/`) ? address.slice(site.length) : address)
        })
        return watched
      }
      return { page, complaints, hosts, watchRequests }
    },
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const ICON = '/icon.svg'

/** Stands for every picture of the fixtures, of which there are no files. */
const SPECIMEN = '/specimen.svg'

async function answer(renderer: Renderer, snapshot: Snapshot, asked: string) {
  const path = asked.startsWith('/media/') ? SPECIMEN : asked
  const contentType = contentTypes[path.split('.').at(-1) ?? '']
  if (contentType === undefined) return renderer.render({ path }, startReading(snapshot).content)
  const body = await readFile(join(renderer.assetsDirectory, path))
  return { status: 200, headers: { 'content-type': contentType }, body }
}
