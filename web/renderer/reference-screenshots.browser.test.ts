import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { differenceOf } from './picture-difference-for-tests.ts'
import { browseSite, type BrowsedSite } from './site-for-browser-tests.ts'

/*
 * Pages look as they did when somebody last looked at them. After a change that is meant to be seen:
 * RENEW_SCREENSHOTS=1 pnpm test reference-screenshots
 * Then look at the pictures before they are committed. They show the fonts as Debian’s Chromium draws them.
 */
const BUILD_TIME_MS = 300_000
const PAGE_TIME_MS = 120_000
const folder = join(import.meta.dirname, 'reference-screenshots')
const isRenewing = process.env.RENEW_SCREENSHOTS === '1'

/** Fewer colors make the files small; a tint that this changes is far below what counts as a difference. */
const COLORS = 64
/** A part of the picture: another version of the browser draws edges of letters a little differently. */
const TOLERANCE = 0.01

const phone = { viewport: { width: 390, height: 844 } }
const desktop = { viewport: { width: 1280, height: 800 } }
const dark = { colorScheme: 'dark' } as const

const shots: readonly [name: string, path: string, options: BrowserContextOptions][] = [
  ['home-phone', '/', phone],
  ['home-desktop', '/', desktop],
  ['home-phone-dark', '/', { ...phone, ...dark }],
  ['condition-phone', '/conditions/treatment-resistant-depression/', phone],
  ['condition-desktop-dark', '/conditions/treatment-resistant-depression/', { ...desktop, ...dark }],
  ['article-phone', '/articles/first-esketamine-visit/', phone],
  ['article-desktop', '/articles/first-esketamine-visit/', desktop],
  ['question-phone-dark', '/faqs/driving-after-treatment/', { ...phone, ...dark }],
  ['person-desktop', '/people/jordan-reyes/', desktop],
]
const whole: typeof shots = [
  ['styleguide-phone', '/styleguide/', phone],
  ['styleguide-phone-dark', '/styleguide/', { ...phone, ...dark }],
  ['styleguide-desktop', '/styleguide/', desktop],
]

let site: BrowsedSite

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  site = await browseSite(fixtureSnapshot({ older: 25 }), { areFontsAwaited: true })
}, BUILD_TIME_MS)
afterAll(() => site.close())

test.each([...shots, ...whole])(
  '%s looks as it did',
  async (name, path, options) => {
    const taken = await screenshot(
      path,
      options,
      whole.some(([each]) => each === name),
    )
    const file = join(folder, `${name}.png`)
    if (isRenewing)
      await writeFile(file, await sharp(taken).png({ palette: true, colors: COLORS }).toBuffer())
    expect(await differenceOf(await readFile(file), taken)).toBeLessThan(TOLERANCE)
  },
  PAGE_TIME_MS,
)

test('a change that can be seen would be found', async () => {
  const before = await screenshot('/404.html', phone, false)
  const { page } = await site.open('/404.html', phone)
  await page.evaluate(() => document.querySelector('h1')?.remove())
  const after = await page.screenshot()
  await page.context().close()
  expect(await differenceOf(before, after)).toBeGreaterThan(TOLERANCE)
  expect(await differenceOf(before, before)).toBe(0)
})

async function screenshot(path: string, options: BrowserContextOptions, fullPage: boolean): Promise<Buffer> {
  const { page } = await site.open(path, { ...options, reducedMotion: 'reduce' })
  await page.evaluate(() =>
    Promise.all(
      [...document.images].map((image) => {
        image.loading = 'eager'
        return image.decode()
      }),
    ),
  )
  const picture = await page.screenshot({ fullPage, animations: 'disabled' })
  await page.context().close()
  return picture
}
