import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ids } from '../content/fixtures/ids.ts'
import { richText, table } from '../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { pageTypes } from './page-types-for-tests.ts'
import { browseSite, type BrowsedSite } from './site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
const PAGE_TIME_MS = 60_000
/** What a small phone shows, and what is left of a larger screen that is magnified four times. */
const NARROWEST_PX = 320

/** As long as names of chemicals and pasted addresses are. */
const LONG_WORD = 'methylenedioxymethamphetaminehydrochloridemonohydrateintravenousinfusion'

/** The site of the fixtures, with a long word in everything that names something. */
function namedAtLength() {
  const snapshot = fixtureSnapshot({ older: 25 })
  for (const { fields } of snapshot.documents.values())
    for (const name of ['title', 'name', 'question', 'role', 'credentials'])
      if (name in fields) Object.assign(fields, { [name]: `About ${LONG_WORD}` })
  return snapshot
}

describe('a site with words that are wider than a phone', () => {
  let site: BrowsedSite

  beforeAll(async () => {
    site = await browseSite(namedAtLength())
  }, BUILD_TIME_MS)
  afterAll(() => site.close())

  test.each(pageTypes)(
    '%s breaks them, and needs no sideways scrolling',
    async (path) => {
      const { page } = await site.open(path, { viewport: { width: NARROWEST_PX, height: 640 } })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST_PX)
      await page.context().close()
    },
    PAGE_TIME_MS,
  )
})

/** What is left of the width of a sheet (Letter and A4) between its margins. */
const SHEET_PX = 660

describe('a table on paper', () => {
  const cells = (count: number, row: number) =>
    Array.from({ length: count }, (_, at) => `Treatment ${row}.${at}`)
  const wide = (count: number) => table(...[0, 1, 2].map((row) => cells(count, row)))
  const tables = {
    'with many columns': wide(14),
    'with seven columns': wide(7),
    'with an address': table(
      ['Name', 'Where', 'What it says'],
      ['FDA', `https://example.org/${LONG_WORD}`, LONG_WORD],
    ),
  }
  let site: BrowsedSite

  beforeAll(async () => {
    const snapshot = fixtureSnapshot()
    const article = snapshot.documents.get(`articles:${ids.preparing}`)
    Object.assign(article?.fields ?? {}, { body: richText(...Object.values(tables)) })
    site = await browseSite(snapshot)
  }, BUILD_TIME_MS)
  afterAll(() => site.close())

  test('has all of its columns on the sheet, and breaks no usual word of a narrow one', async () => {
    const { page } = await site.open('/articles/first-esketamine-visit/', {
      viewport: { width: SHEET_PX, height: 900 },
    })
    await page.emulateMedia({ media: 'print' })
    const widths = await page
      .locator('table')
      .evaluateAll((found) => found.map((each) => Math.ceil(each.getBoundingClientRect().right)))
    expect(widths).toHaveLength(Object.keys(tables).length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(SHEET_PX)
    const lines = await page
      .locator('th p')
      .filter({ hasText: 'What it says' })
      .evaluate((cell) => cell.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight))
    expect(Math.round(lines)).toBe(1)
    await page.context().close()
  })
})
