import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { BrowserContextOptions } from 'playwright-core'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { pageTypes } from './page-types-for-tests.ts'
import { browseSite, type BrowsedSite } from './site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
const ALL_PAGES_TIME_MS = 240_000
const MOST_SHIFT = 0.01

declare global {
  /** How far the layout has shifted so far. */
  var layoutShift: number
}

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot({ older: 25 }))
}, BUILD_TIME_MS)
afterAll(() => site.close())

test.each([
  ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['desktop', { viewport: { width: 1280, height: 900 } }],
] as const)(
  'on a %s nothing moves when the fonts come after a page was drawn',
  async (_, options) => {
    const shifts: [path: string, shift: number][] = []
    for (const path of pageTypes) shifts.push([path, await shiftWithLateFonts(path, options)])
    expect(shifts.filter(([, shift]) => shift > MOST_SHIFT)).toEqual([])
  },
  ALL_PAGES_TIME_MS,
)

async function shiftWithLateFonts(path: string, options: BrowserContextOptions): Promise<number> {
  const page = await site.newPage(options)
  await page.addInitScript(() => {
    globalThis.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        globalThis.layoutShift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const isDrawn = Promise.withResolvers<undefined>()
  let fonts = 0
  await page.route('**/*.woff2', async (route) => {
    fonts++
    await isDrawn.promise
    await route.continue()
  })
  await page.goto(site.address + path, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  isDrawn.resolve(undefined)
  await page.waitForLoadState('networkidle')
  expect(fonts).toBeGreaterThan(0)
  const shift = await page.evaluate(async () => {
    await document.fonts.ready
    // What the fonts changed is measured when it has been drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    return globalThis.layoutShift
  })
  await page.context().close()
  return shift
}
