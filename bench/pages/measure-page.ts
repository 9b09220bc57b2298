import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright-core'
import { slowDown, type Device } from './devices.ts'

/** What was measured of one page on one device, before anybody does anything on it. */
export type PageFigures = {
  /** HTML and the styles that the first picture waits for, in bytes, compressed. */
  criticalBytes: number
  /** All scripts, in bytes, compressed. */
  scriptBytes: number
  largestPaintMs: number
  layoutShift: number
  blockingMs: number
  /** Errors and warnings in the console, failed requests, and requests to other origins. */
  complaints: string[]
}

/** Scripts that load late are waited for, and long tasks of theirs are counted. */
const SETTLED_MS = 2000
const LONG_TASK_MS = 50

/** Opens a page on a slow device and measures it. */
export async function measurePage(
  browser: Browser,
  address: string,
  { options }: Device,
): Promise<PageFigures> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await slowDown(context, page)
    await page.addInitScript(watch)
    const responses: Response[] = []
    const complaints: string[] = []
    const isNotFound = address.endsWith('/no-such-page/')
    page.on('response', (response) => responses.push(response))
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (isNotFound && message.location().url === address) return
      complaints.push(`${message.type()}: ${message.text()}`)
    })
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForTimeout(SETTLED_MS)

    for (const response of responses)
      if (new URL(response.url()).origin !== new URL(address).origin)
        complaints.push(`${response.url()} is on another site`)
    const blocking = new Set(await blockingStyles(page))
    const sizes = await Promise.all(
      responses.map(async (response) => [response, await sizeOf(response)] as const),
    )
    const sum = (wanted: (response: Response) => boolean) =>
      sizes.filter(([response]) => wanted(response)).reduce((all, [, size]) => all + size, 0)
    return {
      criticalBytes: sum(
        (response) => response.request().resourceType() === 'document' || blocking.has(response.url()),
      ),
      scriptBytes: sum((response) => response.request().resourceType() === 'script'),
      ...(await page.evaluate<Watched>('window.watched()')),
      complaints,
    }
  } finally {
    await context.close()
  }
}

type Watched = Pick<PageFigures, 'largestPaintMs' | 'layoutShift' | 'blockingMs'>

/** Runs in the page, before everything of its own. As in Lighthouse, only what blocks after the first picture counts. */
const watch = `(() => {
  const seen = { largestPaintMs: 0, layoutShift: 0, firstPaintMs: Infinity, tasks: [] }
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  on('largest-contentful-paint', (entry) => (seen.largestPaintMs = entry.startTime))
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.layoutShift += entry.value })
  on('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.firstPaintMs = entry.startTime })
  on('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, startTime + duration]))
  window.watched = () => ({
    largestPaintMs: seen.largestPaintMs,
    layoutShift: seen.layoutShift,
    blockingMs: seen.tasks
      .map(([start, end]) => end - Math.max(start, seen.firstPaintMs) - ${LONG_TASK_MS})
      .reduce((sum, blocked) => sum + Math.max(0, blocked), 0),
  })
})()`

function blockingStyles(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('link[rel=stylesheet]')]
      .filter(({ media }) => media === '' || matchMedia(media).matches)
      .map(({ href }) => href)`,
  )
}

async function sizeOf(response: Response): Promise<number> {
  // A redirect has no body.
  return response.status() >= 300 && response.status() < 400 ? 0 : gzipSync(await response.body()).byteLength
}
